// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/labels/VerifyQueue.h"
#include "widgets/panel/PaintedView.h"

namespace reweigh {

/// One row per class: its name, a bar, and "12 of 75" checked images, with a tick where that is enough.
class VerifyProgress : public PaintedView {
    Q_OBJECT
public:
    explicit VerifyProgress(QWidget* parent = nullptr);

    struct Row {
        QString name;
        ClassProgress done;
        friend bool operator==(const Row&, const Row&) = default;
    };
    void setRows(std::vector<Row> rows, int needed);
    const std::vector<Row>& rows() const { return m_rows; }

    void paint(QPainter& painter, const QRectF& target) const override;
    int heightFor(int width) const override;
    QString tipAt(const QPointF& point) const override;
    QSize minimumSizeHint() const override;

private:
    int rowHeight() const;

    std::vector<Row> m_rows;
    int m_needed = 0;
};

} // namespace reweigh
