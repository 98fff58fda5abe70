// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace reweigh {

/// One box of a strip with a title and a subtitle below it, such as "stage 2" and "64".
struct LayerBox {
    QString title, subtitle;
    bool highlighted = false; ///< filled with a tint of the selection's colour

    friend bool operator==(const LayerBox&, const LayerBox&) = default;
};

/// A network as a row of boxes with arrows between them, from input to output. All boxes have the same width. If they do not all
/// fit, one box replaces those in the middle and shows their number.
class LayerStrip : public QWidget {
    Q_OBJECT
public:
    explicit LayerStrip(QWidget* parent = nullptr);

    void setBoxes(std::vector<LayerBox> boxes);
    const std::vector<LayerBox>& boxes() const { return m_boxes; }

    /// Draws the strip; used on screen and for exported figures.
    static void paint(QPainter& painter, const QRectF& target, const std::vector<LayerBox>& boxes);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::vector<LayerBox> m_boxes;
};

} // namespace reweigh
