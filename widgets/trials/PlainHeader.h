// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace reweigh {

/// A table's header as plain dim words over a line; the arrow stands beside the word it sorts by, never over it.
class PlainHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit PlainHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;

private:
    QString words(int section) const;
    int margin() const;
};

} // namespace reweigh
