"""The contracts themselves: each catches the connector that breaks it."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.protocols import Option
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.testing import SinkContract, SourceContract


@dataclass
class LooseSource:
    """A source with one fault, as its case says."""

    fault: str
    kind = "loose"
    name = "loose"
    secret: str = "to-be-hidden"  # noqa: S105 - what the contract must find
    OPTIONS: ClassVar = {"url": Option("An address.")}

    def read(self, cursor=None):
        start = int(cursor) if cursor and cursor.isdecimal() else 0
        for number in range(start, 5):
            skips = 2 if self.fault == "skips" else 1
            yield self.reading(number, str(number + skips))
            if self.fault == "ends" and number == 1:
                return

    def reading(self, number, cursor):
        place = "" if self.fault == "placeless" else f"loose:{number}"
        position = -number if self.fault == "backwards" else number
        if number == 1:
            return Reading(Problem(place, "record", "wrong"), position, None, cursor)
        output = f"{id(self)}" if self.fault == "fickle" else f"o{number}"
        return Reading(Incoming(place, output, str(number)), position, None, cursor)


class LooseSources(SourceContract):
    __test__ = False
    fault = ""

    def source(self):
        return LooseSource(self.fault)

    faulty = unreachable = source

    def secrets(self):
        return ["to-be-hidden"]


@pytest.mark.parametrize(
    ("fault", "broken"),
    [
        ("", "test_it_says_what_it_is"),
        ("", "test_no_secret_is_shown"),
        ("", "test_what_cannot_be_read_is_told_in_a_sentence"),
        ("skips", "test_nothing_is_passed_over_from_any_cursor"),
        ("fickle", "test_reading_twice_gives_the_same_records"),
        ("placeless", "test_every_record_says_where_it_was_read"),
        ("backwards", "test_the_position_never_goes_back"),
        ("ends", "test_a_faulty_record_does_not_end_the_reading"),
        ("ends", "test_there_are_records_to_test_with"),
    ],
)
def test_a_source_with_a_fault_is_caught(fault, broken):
    contract = LooseSources()
    contract.fault = fault
    with pytest.raises(AssertionError):
        getattr(contract, broken)()


class LooseSink:
    kind = name = "loose"
    is_final = False

    def __init__(self, there, fault):
        self.there = there
        self.fault = fault

    def push(self, outgoing):
        if outgoing.external_id == "refused" and self.fault != "takes all":
            raise (Unreachable if self.fault == "blocks" else PushRefused)("no")
        if self.fault != "adds":
            self.there[:] = [one for one in self.there if one[0] != outgoing.external_id]
        if outgoing.label or self.fault == "keeps":
            verdict = (outgoing.label or {"verdict": "none"})["verdict"]
            self.there.append((outgoing.external_id, verdict))
        return ""

    def check(self):
        if self.fault == "writes":
            self.there.append(("check", "approve"))
        return "" if self.fault == "silent" else "fine"

    def close(self):
        """Holds nothing open."""


class LooseSinks(SinkContract):
    __test__ = False

    def __init__(self, fault):
        self.fault = fault
        self.there = []

    def sink(self):
        return LooseSink(self.there, self.fault)

    unreachable = sink

    def labels_there(self):
        return self.there

    def refused(self):
        outgoing = self.outgoing(9)
        return type(outgoing)(outgoing.key, 1, outgoing.label, "agents", "refused", "")


@pytest.mark.parametrize(
    ("fault", "broken"),
    [
        ("adds", "test_pushing_twice_leaves_one_label"),
        ("adds", "test_a_later_version_takes_the_place_of_the_earlier"),
        ("adds", "test_a_later_version_does_so_where_the_receipt_was_lost"),
        ("adds", "test_a_label_is_taken_back_and_can_come_again"),
        ("keeps", "test_taking_back_what_never_arrived_is_no_trouble"),
        ("blocks", "test_a_refused_label_says_why_and_does_not_disturb_others"),
        ("takes all", "test_a_refused_label_says_why_and_does_not_disturb_others"),
        ("writes", "test_a_check_tells_what_it_found_and_pushes_nothing"),
        ("silent", "test_a_check_tells_what_it_found_and_pushes_nothing"),
        ("", "test_a_platform_that_does_not_answer_is_asked_later"),
        ("", "test_a_check_tells_that_nobody_answers"),
    ],
)
def test_a_sink_with_a_fault_is_caught(fault, broken):
    with pytest.raises(AssertionError):
        getattr(LooseSinks(fault), broken)()


def test_a_method_that_nobody_wrote_skips_its_test_and_says_which():
    with pytest.raises(pytest.skip.Exception, match="losing_replies"):
        LooseSinks("").test_a_push_whose_reply_was_lost_is_repeated_and_leaves_one_label()
