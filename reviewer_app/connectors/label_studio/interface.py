"""The labelling interface of a project: which controls it has, and what they offer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.domain.sentences import sentence


@dataclass(frozen=True, slots=True)
class Control:
    """One control: its type as results name it, what it labels, the choices it offers.

    `choices` is None where the control takes them from each task, so that nobody knows them here.
    """

    name: str
    kind: str
    to_name: str
    choices: tuple[tuple[str, ...], ...] | None = ()

    def choice(self, wanted: str) -> str | None:
        """The choice that stands for a word, as results write it; None where there is none."""
        if self.choices is None:
            return wanted
        for names in self.choices:
            if wanted.casefold() in (name.casefold() for name in names):
                return names[0]
        return None


@dataclass(frozen=True, slots=True)
class Interface:
    """The controls by their names, and the objects that they can label."""

    controls: Mapping[str, Control] = field(default_factory=dict)
    objects: tuple[str, ...] = ()

    @property
    def labelled(self) -> str:
        """The object that a new control would label."""
        return next(iter(self.objects), "output")

    def of_kind(self, name: str, kind: str) -> Control | None:
        """The control of this name, where it is of this type."""
        found = self.controls.get(name)
        return found if found is not None and found.kind == kind else None

    def offers(self, name: str, wanted: Iterable[str]) -> bool:
        """Whether a control offers all of these choices."""
        control = self.controls.get(name)
        return control is not None and all(control.choice(text) == text for text in wanted)


class InterfaceUnreadable(PushRefused):
    """The labelling interface is not XML, or declares what no labelling interface has."""

    def __init__(self, why: str) -> None:
        super().__init__(
            sentence(
                "The project's labelling interface cannot be read ({why}). Open it in Label "
                "Studio, repair it and save it again.",
                why=why,
            )
        )


class _Reader:
    """Collects controls while XML is read; nothing in it is expanded or fetched."""

    def __init__(self) -> None:
        self._controls: dict[str, Control] = {}
        self._objects: list[str] = []
        self._inside: list[str] = []

    def read(self, text: str) -> Interface:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as cause:
            raise InterfaceUnreadable(str(cause)) from cause
        return Interface(self._controls, tuple(self._objects))

    def _start(self, tag: str, members: dict[str, str]) -> None:
        name = members.get("name", "")
        if name and members.get("toName"):
            is_dynamic = members.get("value", "").startswith("$")
            choices = None if is_dynamic else ()
            self._controls[name] = Control(name, tag.lower(), members["toName"], choices)
        elif name:
            self._objects.append(name)
        self._inside.append(name if name in self._controls else "")
        if tag == "Choice":
            self._add(tuple(filter(None, (members.get("alias"), members.get("value")))))

    def _add(self, names: tuple[str, ...]) -> None:
        """Puts a choice to the control that it stands in."""
        around = next((name for name in reversed(self._inside) if name), "")
        found = self._controls.get(around)
        if found is not None and found.choices is not None and names:
            more = (*found.choices, names)
            self._controls[around] = Control(found.name, found.kind, found.to_name, more)

    def _end(self, _: str) -> None:
        self._inside.pop()


def _refuse(*_: object) -> None:
    raise InterfaceUnreadable(sentence("it declares a document type or entities"))


def interface_in(text: str) -> Interface:
    """The labelling interface that XML describes.

    Raises:
        InterfaceUnreadable: it is none.
    """
    return _Reader().read(text)


def choices_snippet(name: str, to_name: str, values: Sequence[str]) -> str:
    """The XML of a control for a choice."""
    inner = "".join(f'<Choice value="{value}"/>' for value in values)
    return f'<Choices name="{name}" toName="{to_name}" choice="single">{inner}</Choices>'


def text_snippet(name: str, to_name: str) -> str:
    """The XML of a control for a text."""
    return f'<TextArea name="{name}" toName="{to_name}" maxSubmissions="1" editable="true"/>'
