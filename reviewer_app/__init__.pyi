from reviewer_app.agents import (
    ChangedMeanwhile as ChangedMeanwhile,
)
from reviewer_app.agents import (
    CorrectionUnusable as CorrectionUnusable,
)
from reviewer_app.agents import (
    Disposition as Disposition,
)
from reviewer_app.agents import (
    Ending as Ending,
)
from reviewer_app.agents import (
    HubClosed as HubClosed,
)
from reviewer_app.agents import (
    Label as Label,
)
from reviewer_app.agents import (
    NotAnswered as NotAnswered,
)
from reviewer_app.agents import (
    Outcome as Outcome,
)
from reviewer_app.agents import (
    OutputType as OutputType,
)
from reviewer_app.agents import (
    RecordRefused as RecordRefused,
)
from reviewer_app.agents import (
    Rejected as Rejected,
)
from reviewer_app.agents import (
    Reviewer as Reviewer,
)
from reviewer_app.agents import (
    ReviewerError as ReviewerError,
)
from reviewer_app.agents import (
    Severity as Severity,
)
from reviewer_app.agents import (
    StillOpen as StillOpen,
)
from reviewer_app.agents import (
    Ticket as Ticket,
)
from reviewer_app.agents import (
    Unsuited as Unsuited,
)
from reviewer_app.agents import (
    Verdict as Verdict,
)
from reviewer_app.agents import (
    Withdrawn as Withdrawn,
)
from reviewer_app.agents import (
    close as close,
)
from reviewer_app.agents import (
    labels as labels,
)
from reviewer_app.agents import (
    oversee as oversee,
)
from reviewer_app.agents import (
    poll as poll,
)
from reviewer_app.agents import (
    poll_async as poll_async,
)
from reviewer_app.agents import (
    submit as submit,
)
from reviewer_app.agents import (
    submit_async as submit_async,
)
from reviewer_app.agents import (
    wait as wait,
)
from reviewer_app.agents import (
    wait_async as wait_async,
)

__version__: str
