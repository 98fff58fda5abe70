// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/Report.h"

class QTextDocument;

namespace reweigh {

class FigureObject;

/// Fills the empty `document` with the report, for pages whose text is `width` points wide. Headings have a heading level; figures are
/// objects of `figures`.
void writeDocument(const Report& report, QTextDocument& document, FigureObject& figures, double width);

} // namespace reweigh
