import pytest

from pipeline.language import Speaker, choose


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {}, "en"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        (["build", "--lang", "zh"], {}, "zh"),
        (["--lang=en"], {"LANG": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_option_decides_before_the_locale(arguments, environment, language):
    assert choose(arguments, environment) == language


def test_a_speaker_keeps_to_one_language():
    assert (Speaker("zh")("好", "good"), Speaker("en")("好", "good")) == ("好", "good")
