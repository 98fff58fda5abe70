// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/LibTorchBar.h"

#include "core/base/PathText.h"
#include "core/engine/face/Engine.h"
#include "core/engine/face/LibTorchPlace.h"
#include "core/fetch/LibTorchFetch.h"
#include "widgets/panel/FetchRow.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/common/EachStudy.h"

#include <QCheckBox>

namespace reweigh {

LibTorchBar::LibTorchBar(Workbench& bench, QWidget* parent)
    : QToolBar(tr("LibTorch"), parent)
    , m_bench(bench)
    , m_row(new FetchRow(this))
    , m_cuda(new QCheckBox(tr("for the GPU too"), this))
    , m_missing(lacksLibTorch())
{
    setObjectName(QStringLiteral("libTorchBar"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    m_cuda->setObjectName(QStringLiteral("libTorchCuda"));
    const bool gpu = isThere("/proc/driver/nvidia/version");
    m_cuda->setChecked(gpu);
    m_row->setContentsMargins(Theme::instance().grid(), 0, Theme::instance().grid(), 0);
    addWidget(m_row);
    addWidget(m_cuda)->setVisible(gpu);
    connect(m_cuda, &QCheckBox::toggled, this, &LibTorchBar::offer);
    connect(m_row, &FetchRow::busyChanged, m_cuda, &QWidget::setDisabled); // a download that goes on is the one that was begun
    connect(m_row, &FetchRow::fetched, this, [this] {
        m_missing = false;
        m_bench.log().info(tr("LibTorch %1 is in %2: trainings can run.")
                               .arg(QString::fromStdString(libTorchVersion()), QString::fromStdString(libTorchFolder().string())));
        follow();
    });
    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study.runner(), &StudyRunner::failed, this, [this](const Error& error) {
            if (error.code == ErrorCode::LibTorchMissing)
                offerAnyway();
        });
    });
    offer();
    follow();
}

void LibTorchBar::offerAnyway()
{
    m_missing = true;
    offer();
    follow();
}

void LibTorchBar::follow()
{
    setVisible(m_missing);
}

void LibTorchBar::offer()
{
    if (!m_missing)
        return;
    const std::filesystem::path folder = libTorchFolder();
    const LibTorchNeed need = libTorchNeed(libTorchWheelsFor(m_cuda->isChecked()), folder);
    m_row->offer(tr("Everything but trainings works. Those need LibTorch %1 in %2, %3 of disk.")
                     .arg(QString::fromStdString(libTorchVersion()), QString::fromStdString(folder.string()), downloadText(need.disk)),
                 need.download, [need, folder](const FetchProgressCallback& onProgress, std::stop_token stop) {
                     return fetchLibTorch(libTorchNeed(need.wheels, folder), folder, onProgress, std::move(stop));
                 });
}

} // namespace reweigh
