// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/FigureTable.h"

#include "core/base/NumberText.h"

#include <cmath>

namespace reweigh {
namespace {

QByteArray cell(const QVariant& value)
{
    if (value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float) {
        const double number = value.toDouble();
        return !std::isnan(number) ? QByteArray::fromStdString(numberText(number)) : QByteArray();
    }
    QByteArray text = value.toString().toUtf8();
    if (text.contains(',') || text.contains('"') || text.contains('\n'))
        text = '"' + text.replace('"', "\"\"") + '"';
    return text;
}

} // namespace

QByteArray FigureTable::toCsv() const
{
    QByteArray csv;
    const auto line = [&csv](const auto& cells) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            csv += (i ? "," : "") + cell(cells[i]);
        csv += '\n';
    };
    line(QVariantList(header.begin(), header.end()));
    for (const QVariantList& row : rows)
        line(row);
    return csv;
}

} // namespace reweigh
