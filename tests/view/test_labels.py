"""Every code has a label, and every label a code."""

from typing import get_args

import pytest

from extract import codes
from extract.record import Incident, Release
from extract.view.labels import label, labels
from extract.view.marks import KINDS

# What has labels and is no set of codes: fields with evidence, and what is marked.
NOT_SHOWN = {"title", "affected", "evidence"}
FIELDS = ({*Release.model_fields, *Incident.model_fields} - NOT_SHOWN) | {"title", "people", "records"}


@pytest.mark.parametrize("name", codes.__all__)
def test_every_code_has_a_label(name: str) -> None:
    assert tuple(labels()[name]) == get_args(getattr(codes, name))


def test_every_field_and_kind_has_a_label() -> None:
    assert set(labels()["Field"]) == FIELDS
    assert set(labels()["Mark"]) == set(KINDS)
    assert set(labels()) == {*codes.__all__, "Field", "Mark"}


def test_labels_are_told_apart() -> None:
    for name, table in labels().items():
        assert len(set(table.values())) == len(table), name
        assert all(text and text == text.strip() for text in table.values())


@pytest.mark.parametrize("name", ["Bound", "Modifier"])
def test_bounds_and_modifiers_stand_about_their_number(name: str) -> None:
    assert all(text.count("{}") == 1 for text in labels()[name].values())


def test_a_code_without_a_label_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("nothing", "Status")
