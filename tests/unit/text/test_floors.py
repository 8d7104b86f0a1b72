import pytest

from pipeline.text.floors import floors_in


@pytest.mark.parametrize(
    ("text", "floors"),
    [
        ("虚构路8号3号楼5层501室", {5}),
        ("虚构路8号1-5层", {1, 2, 3, 4, 5}),
        ("一层至三层室内装修工程", {1, 2, 3}),
        ("地上十二层，地下二层", {*range(1, 13), -1, -2}),
        ("负一层机房", {-1}),
        ("B1层", {-1}),
        ("地下1层至地上3层", {-1, 1, 2, 3}),
        ("第三层", {3}),
        ("A座12F", {12}),
        ("虚构路3号楼", set()),
        ("虚构大厦", set()),
        ("5楼", {5}),
        ("共６层", {1, 2, 3, 4, 5, 6}),
        ("总建筑面积1200平方米", set()),
    ],
)
def test_floors_are_those_that_a_person_reads(text, floors):
    assert floors_in(text) == floors
