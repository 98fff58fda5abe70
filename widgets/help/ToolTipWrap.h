// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

namespace reweigh {

/// Breaks the lines of a plain text at `width` pixels, between words where it can. Rich text stays as it is, as Qt breaks it.
QString wrappedTip(const QString& text, const QFont& font, int width);
/// The same for a tool tip: with its font, at a width that is read well.
QString wrappedTip(const QString& text);

/// Breaks the lines of all tool tips that widgets, menus and tables have as plain text, which Qt shows as one line however long.
class ToolTipWrap : public QObject {
    Q_OBJECT
public:
    explicit ToolTipWrap(QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace reweigh
