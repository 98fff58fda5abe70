// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/FigureTable.h"

#include "core/base/NumberText.h"

#include <cmath>

namespace reweigh {
namespace {

QByteArray cell(const QVariant& value, char separator)
{
    if (value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float) {
        const double number = value.toDouble();
        return !std::isnan(number) ? QByteArray::fromStdString(numberText(number)) : QByteArray();
    }
    QByteArray text = value.toString().toUtf8();
    if (text.contains(separator) || text.contains('"') || text.contains('\n'))
        text = '"' + text.replace('"', "\"\"") + '"';
    return text;
}

QByteArray separated(const FigureTable& table, char separator)
{
    QByteArray text;
    const auto line = [&](const auto& cells) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0)
                text += separator;
            text += cell(cells[i], separator);
        }
        text += '\n';
    };
    line(QVariantList(table.header.begin(), table.header.end()));
    for (const QVariantList& row : table.rows)
        line(row);
    return text;
}

} // namespace

QByteArray FigureTable::toCsv() const
{
    return separated(*this, ',');
}

QByteArray FigureTable::toTabbed() const
{
    return separated(*this, '\t');
}

} // namespace reweigh
