// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/FetchRow.h"

#include "widgets/panel/DoneBar.h"
#include "widgets/text/ErrorText.h"
#include "widgets/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace reweigh {

QString downloadText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), bytes < 10'000'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

FetchRow::FetchRow(QWidget* parent)
    : QWidget(parent)
    , m_job(new FetchJob(this))
    , m_text(new QLabel(this))
    , m_bar(new DoneBar(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("fetch"));
    m_text->setObjectName(QStringLiteral("fetchText"));
    m_text->setWordWrap(true);
    m_bar->setObjectName(QStringLiteral("fetchBar"));
    m_bar->setAccessibleName(tr("Progress of the download"));
    m_bar->setRange(0, 1000);
    m_button->setObjectName(QStringLiteral("fetchButton"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_text);
    auto* row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addWidget(m_bar, 1);
    row->addStretch();
    column->addLayout(row);
    connect(m_button, &QPushButton::clicked, this, &FetchRow::press);
    connect(m_job, &FetchJob::progressed, this, [this](const FetchProgress& at) {
        const QString name = QString::fromStdString(std::filesystem::path(at.file).filename().string()).section(QLatin1Char('-'), 0, 1);
        m_bar->setValue(at.total > 0 ? int(1000.0 * double(at.received) / double(at.total)) : 0);
        m_bar->setFormat(at.received < at.total ? tr("%1: %2 of %3").arg(name, downloadText(at.received), downloadText(at.total))
                                                : tr("checking and unpacking %1").arg(name));
    });
    connect(m_job, &FetchJob::fetched, this, [this] {
        m_failure.clear();
        showState();
        Q_EMIT fetched();
    });
    connect(m_job, &FetchJob::failed, this, [this](const Error& error) {
        m_failure = error.code == ErrorCode::Interrupted ? tr("Stopped. What came so far is kept.") : errorText(error);
        showState();
    });
    showState();
}

void FetchRow::offer(const QString& what, std::uint64_t bytes, FetchJob::Work work)
{
    if (m_job->busy())
        return;
    if (what != m_what)
        m_failure.clear();
    m_what = what;
    m_bytes = bytes;
    m_work = std::move(work);
    showState();
}

void FetchRow::press()
{
    if (m_job->busy()) {
        m_stopping = true;
        m_job->stop();
    } else if (m_work) {
        m_stopping = false;
        m_failure.clear();
        m_bar->setValue(0);
        m_bar->setFormat(tr("connecting"));
        m_job->start(m_work);
    }
    showState();
}

void FetchRow::showState()
{
    const bool busy = m_job->busy();
    const bool kept = !m_failure.isEmpty();
    m_text->setText(kept ? m_failure : m_what);
    m_bar->setVisible(busy);
    m_button->setEnabled(!(busy && m_stopping));
    m_button->setText(busy   ? (m_stopping ? tr("Stopping…") : tr("Stop the download"))
                      : kept ? tr("Continue the download")
                             : tr("Download %1").arg(downloadText(m_bytes)));
    m_button->setAccessibleName(m_button->text());
    m_button->setAccessibleDescription(m_text->text());
    if (std::exchange(m_saidBusy, busy) != busy)
        Q_EMIT busyChanged(busy);
}

} // namespace reweigh
