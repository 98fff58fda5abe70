// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>

#include <memory>

class QPainter;

namespace reweigh {

/// A device that passes on to a painter what is drawn on it, with lines and areas cut at the clipping rectangle. Qt's SVG writer leaves
/// clipping out, so that a curve would run over the axes and across the page. A text is kept whole, or left out if it begins outside.
class ClippedDevice : public QPaintDevice {
public:
    /// `target` is active, and outlives this device. Units and resolution are those of its device.
    explicit ClippedDevice(QPainter& target);
    ~ClippedDevice() override;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QPainter& m_target;
    std::unique_ptr<QPaintEngine> m_engine;
};

} // namespace reweigh
