"""What becomes of the boards of each material, as a bar and in numbers: a part of the cost sheet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from furnishing.money import Money
from reports.charts import DOTTED, SOLID, STRIPED, split_bar, swatch
from reports.costing import Costing, MaterialYield
from reports.drawing import Item, Text, moved
from reports.page import A4_PORTRAIT
from reports.project import Project
from reports.render.fonts import text_width
from reports.tables import Align, Column, Flow, Table
from reports.text.locale import SQUARE_METRE
from reports.wrapping import fitted, shortened

_WIDTH: Final = A4_PORTRAIT.body_width


def yield_charts(flow: Flow, costs: Costing, project: Project) -> None:
    """A bar for each material and the numbers below."""
    locale, say = project.locale, project.locale.text
    flow.need(22.0 + 8.0 * min(len(costs.yields), 6))
    flow.text(say("cost_sheet.yields"), 12.0, bold=True)
    flow.space(1.0)
    legend: list[Item] = []
    for number, (pattern, words) in enumerate(((SOLID, "parts"), (DOTTED, "offcuts"), (STRIPED, "waste"))):
        legend += swatch(pattern, 62.0 * number, 0.5)
        legend.append(Text(62.0 * number + 8.5, 1.3, say(f"cost_sheet.{words}_word"), 8.0, max_width=50.0))
    flow.put(legend, 7.0)
    names = [project.material_name(each.material) or each.material for each in costs.yields]
    # No wider than leaves the bars their shape: a longer name is cut, the table below has it whole.
    room = min(92.0, max([64.0, *(text_width(name, 8.0) + 3.2 for name in names)]))
    for each, name in zip(costs.yields, names, strict=True):
        size = fitted(name, 9.0, room - 3.0, smallest=8.0)
        bar = split_bar(
            [
                (SOLID, Decimal(each.parts), locale.percent(each.yielded, 0)),
                (DOTTED, Decimal(each.offcuts), _percent(each.offcuts, each, project)),
                (STRIPED, Decimal(each.waste), _percent(each.waste, each, project)),
            ],
            _WIDTH - room,
            5.5,
        )
        name_drawn = Text(0.0, 2.4, shortened(name, size, room - 3.0), size)
        flow.put((name_drawn, *moved(bar, room, 1.0)), 7.5)
    flow.space(3.0)
    flow.table(_yield_table(costs.yields, project))


def _percent(area: int, of: MaterialYield, project: Project) -> str:
    return project.locale.percent(Decimal(100 * area) / of.bought, 0) if of.bought else ""


def _yield_table(yields: Sequence[MaterialYield], project: Project) -> Table:
    locale, say = project.locale, project.locale.text

    def area(value: int) -> str:
        return locale.number(Decimal(value) / SQUARE_METRE, 2)

    rows = [
        (
            project.material_name(each.material) or each.material,
            locale.number(each.boards),
            area(each.bought),
            area(each.parts),
            locale.percent(each.yielded, 1),
            area(each.offcuts),
            locale.amount(each.value),
            area(each.waste),
        )
        for each in yields
    ]
    bought, parts = sum(each.bought for each in yields), sum(each.parts for each in yields)
    value = sum((each.value.amount for each in yields), start=Decimal(0))
    currency = yields[0].value.currency if yields else "EUR"
    totals = (
        say("cost_sheet.all"),
        locale.number(sum(each.boards for each in yields)),
        area(bought),
        area(parts),
        locale.percent(Decimal(100 * parts) / bought if bought else 0, 1),
        area(sum(each.offcuts for each in yields)),
        locale.amount(Money.of(value, currency)),
        area(sum(each.waste for each in yields)),
    )
    heads = ("boards", "bought", "parts", "yield", "offcuts", "value", "waste")
    widths = (14.0, 18.0, 16.0, 18.0, 18.0, 18.0, 16.0)
    return Table(
        columns=(
            Column(say("cost_sheet.material"), _WIDTH - sum(widths), size=9.0, shrinks=True),
            *(
                Column(say(f"cost_sheet.{head}"), width, Align.NUMBER, size=9.0)
                for head, width in zip(heads, widths, strict=True)
            ),
        ),
        rows=tuple(rows),
        totals=(totals,),
    )
