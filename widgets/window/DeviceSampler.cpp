// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/DeviceSampler.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimer>

#include <cmath>

namespace reweigh {
namespace {

constexpr int periodMs = 1000;

QString gibibytes(long long bytes, int digits)
{
    return QLocale().toString(double(bytes) / (1LL << 30), 'f', digits);
}

QString percent(double share)
{
    return QLocale().toString(int(std::lround(100.0 * share)));
}

} // namespace

DeviceSampler::DeviceSampler(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<std::shared_ptr<const DeviceInfoNow>>();
    auto* timer = new QTimer; // lives, and reads, on the thread
    auto meter = std::make_shared<DeviceMeter>();
    timer->setInterval(periodMs);
    timer->moveToThread(&m_thread);
    const auto read = [this, meter] { Q_EMIT sampled(std::make_shared<const DeviceInfoNow>(meter->read())); };
    connect(timer, &QTimer::timeout, timer, read);
    connect(&m_thread, &QThread::started, timer, [timer, read] {
        read();
        timer->start();
    });
    connect(&m_thread, &QThread::finished, timer, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("devices"));
    m_thread.start(QThread::LowPriority);
}

DeviceSampler::~DeviceSampler()
{
    m_thread.quit();
    m_thread.wait();
}

QString deviceText(const DeviceInfoNow& now, const QString& precision)
{
    QStringList parts = {
        QCoreApplication::translate("DeviceSampler", "CPU %1 × %2 %").arg(QLocale().toString(now.cores), percent(now.cpuLoad)),
        QCoreApplication::translate("DeviceSampler", "%1 of %2 GiB").arg(gibibytes(now.memoryTotal - now.memoryAvailable, 1), gibibytes(now.memoryTotal, 0)),
    };
    for (const GpuInfo& gpu : now.gpus)
        parts << QCoreApplication::translate("DeviceSampler", "%1 %2 %, %3 of %4 GiB")
                     .arg(QString::fromStdString(gpu.name), percent(gpu.load), gibibytes(gpu.memoryUsed, 1), gibibytes(gpu.memoryTotal, 0));
    if (now.gpus.empty())
        parts << (precision.isEmpty() ? QCoreApplication::translate("DeviceSampler", "no NVIDIA GPU")
                                      : QCoreApplication::translate("DeviceSampler", "no NVIDIA GPU: running on the CPU in %1").arg(precision));
    return parts.join(QStringLiteral(" · "));
}

} // namespace reweigh
