// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/DataGetter.h"

#include "core/config/DataSets.h"
#include "core/data/readers/DataCatalog.h"
#include "core/fetch/DataSetFetch.h"
#include "widgets/panel/FetchRow.h"
#include "widgets/theme/Theme.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <numeric>

namespace reweigh {

DataGetter::DataGetter(QWidget* parent)
    : QWidget(parent)
    , m_row(new FetchRow(this))
    , m_plain(new QLabel(this))
    , m_choose(new QPushButton(tr("Choose its folder…"), this))
{
    setObjectName(QStringLiteral("dataGetter"));
    m_plain->setObjectName(QStringLiteral("dataMissing"));
    m_plain->setWordWrap(true);
    m_plain->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_choose->setObjectName(QStringLiteral("dataChoose"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_row);
    column->addWidget(m_plain);
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_row, &FetchRow::fetched, this, &DataGetter::fetched);
    connect(m_choose, &QPushButton::clicked, this, &DataGetter::chooseFolder);
    hide();
}

bool DataGetter::isWanted(const RecipePreview* preview)
{
    return preview && preview->error && preview->error->code == ErrorCode::DataSetNotInstalled;
}

void DataGetter::follow(const RecipePreview* preview)
{
    setVisible(m_row->busy() || isWanted(preview));
    const DataSetRow* row = isWanted(preview) ? dataSetRow(preview->options.dataset) : nullptr;
    if (!row || m_row->busy())
        return;
    const QString title = QString::fromLatin1(row->title), where = QString::fromStdString(preview->error->where);
    m_row->setVisible(row->remote.has_value());
    m_plain->setVisible(!row->remote);
    if (!row->remote)
        return m_plain->setText(tr("%1 is not at %2 (%3).").arg(title, where, QString::fromStdString(row->howToGet)));
    const RemoteDataSet& set = *row->remote;
    const std::uint64_t bytes = std::accumulate(set.files.begin(), set.files.end(), std::uint64_t(0),
                                                [](std::uint64_t sum, const RemoteFile& file) { return sum + file.bytes; });
    const std::filesystem::path folder =
        preview->options.dataDir.empty() ? defaultDataDir() : std::filesystem::path(preview->options.dataDir);
    m_row->offer(tr("%1 is not at %2.").arg(title, where), bytes,
                 [name = row->name, folder](const FetchProgressCallback& onProgress, std::stop_token stop) {
                     const auto fetched = fetchDataSet(name, folder, onProgress, std::move(stop));
                     return fetched ? Status() : Status(fetched.error());
                 });
}

void DataGetter::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("The folder of the data set"));
    dialog->setObjectName(QStringLiteral("dataFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DataGetter::folderChosen);
    dialog->open();
}

} // namespace reweigh
