// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace reweigh {

/// One box of a strip: "stage 2" over "64".
struct LayerBox {
    QString title, subtitle;
    bool highlighted = false; ///< filled in the selection's tint

    friend bool operator==(const LayerBox&, const LayerBox&) = default;
};

/// A network as a row of boxes with arrows between them, from input to output. Boxes share the width; where there are more
/// than fit, those in the middle become one that counts them.
class LayerStrip : public QWidget {
    Q_OBJECT
public:
    explicit LayerStrip(QWidget* parent = nullptr);

    void setBoxes(std::vector<LayerBox> boxes);
    const std::vector<LayerBox>& boxes() const { return m_boxes; }

    /// The one drawing, of screen and export.
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
