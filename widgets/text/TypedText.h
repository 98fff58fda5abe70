// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reweigh {

/// `text` with the full-width signs, digits and letters that Japanese input methods type in their ASCII forms: ":" for "：", "0" for "０",
/// a space for an ideographic one. Also ",", "." and "-" for "、", "。" and "−", and "≤", "≥" for "≦", "≧". Its length stays, so that
/// places in both are the same.
QString asciiForms(QString text);

/// The same for a line in which quotation marks enclose what is meant as it stands: only outside of them. A full-width mark opens one too,
/// and then a mark of either width closes it.
QString asciiUnquoted(QString line);

/// `text` for comparisons in which neither case nor width counts.
QString foldedText(const QString& text);

} // namespace reweigh
