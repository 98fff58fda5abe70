// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/DeviceMeter.h"

#include <QObject>
#include <QThread>

namespace reweigh {

/// Reads the machine's load once a second on a thread of its own. Thread: GUI; sampled() comes queued.
class DeviceSampler : public QObject {
    Q_OBJECT
public:
    explicit DeviceSampler(QObject* parent = nullptr);
    ~DeviceSampler() override;

Q_SIGNALS:
    void sampled(std::shared_ptr<const reweigh::DeviceInfoNow> now);

private:
    QThread m_thread;
};

/// "CPU 2 × 98 % · 1.3 of 24 GiB · no NVIDIA GPU: running on the CPU in fp32". `precision` is that of what runs; empty: nothing runs.
QString deviceText(const DeviceInfoNow& now, const QString& precision = {});

} // namespace reweigh
