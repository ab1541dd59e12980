"""MLflow: the traces of an experiment come in, verdicts go back as assessments of their traces."""

from reviewer_app.connectors.mlflow.sink import MlflowSink
from reviewer_app.connectors.mlflow.source import MlflowSource

__all__ = ["MlflowSink", "MlflowSource"]
