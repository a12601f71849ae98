"""The quote on paper: what is paid is the largest thing on it, and it says what it holds and what not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from furnishing.money import Money
from reports.pricing import Terms, quote
from reports.quote import quote_pages, quote_pdf
from reports.text.numbers import amount
from tests.reports.builders import an_operators_project
from tests.reports.furnished import a_kitchen
from tests.reports.page_checks import assert_texts_are_readable, ink, page_image, page_text

NAMES = (
    "王小明",
    "Αθανάσιος Παπαδόπουλος",
    "Иван Длиннофамильный",
    '<img src="file:///etc/passwd">',
    "=cmd|' /C calc'!A0",
    "Wolfeschlegelsteinhausenbergerdorff " * 6,
)


def gross() -> str:
    project = a_kitchen()
    assert project.design is not None
    assert project.catalogue is not None
    return amount(quote(project.design, project.result, project.catalogue, Terms(), project.job).gross)


def test_the_total_is_the_largest_thing_on_the_paper() -> None:
    (first, *_) = quote_pages(a_kitchen(), Terms())
    largest = max(first.texts, key=lambda text: text.drawn_size)
    assert largest.text == f"{gross()} EUR"


def all_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    count = len(document)
    document.close()
    return " ".join(page_text(data, number) for number in range(count))


def test_the_quote_says_what_is_included_and_what_not() -> None:
    words = all_text(quote_pdf(a_kitchen(), Terms()))
    included, left_out = words.index("Included in this price"), words.index("Not included")
    assert "4 cabinets made to measure" in words[included:left_out]
    assert "the worktop is not part of this design" in words[left_out:]
    assert "delivery to the site" in words[left_out:]
    assert "the filler F02 is 62 mm wide" in words[words.index("Please look at before you accept") :]


def test_the_quote_can_be_accepted() -> None:
    words = all_text(quote_pdf(a_kitchen(), Terms(valid_days=10)))
    assert f"I accept this quote of {gross()} EUR (valid until 2025-03-24)." in words
    assert all(each in words for each in ("Place and date", "Customer", "Workshop"))


def test_every_line_and_the_rounding_are_told() -> None:
    words = all_text(quote_pdf(a_kitchen(), Terms()))
    assert all(
        each in words for each in ("WHITE-18-2800", "ABS oak 1 mm", "Cup hinge 110°", "Assembly", "halves upwards")
    )
    assert all(each in words for each in ("Discount 5 %", "VAT 21 % on the net sum", "Total to pay, EUR", gross()))


def test_without_a_discount_no_discount_is_told() -> None:
    words = all_text(quote_pdf(a_kitchen(), Terms(discount_percent=Decimal(0))))
    assert "Discount" not in words


@pytest.mark.parametrize("name", NAMES)
def test_customers_are_named_in_every_script_and_hostile_names_stay_text(name: str) -> None:
    pages = quote_pages(a_kitchen(customer=name), Terms(note=name))
    for page in pages:
        assert_texts_are_readable(page, smallest=7.0)
    drawn = "".join(text.text for page in pages for text in page.texts)
    assert "".join(name.split()) in "".join(drawn.split())
    assert quote_pdf(a_kitchen(customer=name), Terms(note=name)).startswith(b"%PDF")


def test_the_customer_of_the_terms_goes_before_that_of_the_project() -> None:
    words = page_text(quote_pdf(a_kitchen(customer="Project"), Terms(customer="Sanne de Boer")))
    assert "Sanne de Boer" in words


def test_a_long_quote_runs_on_readably() -> None:
    project = a_kitchen()
    assert project.design is not None
    issue = project.design.issues[1]
    many = tuple(replace(issue, message=f"{number}: {issue.message} " * 3) for number in range(40))
    for page in quote_pages(replace(project, design=replace(project.design, issues=many)), Terms()):
        assert_texts_are_readable(page, smallest=7.0)


def test_a_list_of_panels_cannot_be_quoted() -> None:
    with pytest.raises(ValueError, match="nothing to price"):
        quote_pdf(an_operators_project(), Terms())


def test_amounts_have_the_digits_of_their_currency() -> None:
    assert amount(Money.of("1234.5", "EUR")) == "1234.50"
    assert amount(Money.of("123456", "JPY")) == "123\u202f456"


def test_there_is_ink_where_the_total_the_plan_and_the_signatures_are() -> None:
    project = a_kitchen()
    (first, *_) = quote_pages(project, Terms())
    image = page_image(quote_pdf(project, Terms()), dpi=100)
    total = max(first.texts, key=lambda text: text.drawn_size)
    assert ink(image, first, (120, total.y - 1, 196, total.y + 8)) > 0.05
    assert ink(image, first, (110, 175, 198, 225)) > 0.01
    assert ink(image, first, (0, 286, 210, 297)) == 0


def test_equal_projects_make_equal_bytes() -> None:
    assert quote_pdf(a_kitchen(), Terms()) == quote_pdf(a_kitchen(), Terms())
