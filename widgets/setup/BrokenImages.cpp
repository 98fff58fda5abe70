// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/BrokenImages.h"

#include "widgets/text/ErrorText.h"
#include "widgets/theme/Theme.h"

#include <QAbstractTableModel>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace reweigh {

class BrokenImages::Model : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setImages(const std::vector<UnreadableImage>& images)
    {
        if (images == m_images) // what is chosen stays chosen
            return;
        beginResetModel();
        m_images = images;
        endResetModel();
    }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_images.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
            return {};
        const UnreadableImage& image = m_images[std::size_t(index.row())];
        return index.column() == 0 ? QString::fromStdString(image.path) : imageFaultText(image.reason);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        return section == 0 ? BrokenImages::tr("Image") : BrokenImages::tr("Reason");
    }

private:
    std::vector<UnreadableImage> m_images;
};

BrokenImages::BrokenImages(QWidget* parent)
    : QDialog(parent)
    , m_model(new Model(this))
    , m_sentence(new QLabel(this))
    , m_list(new QTableView(this))
{
    setObjectName(QStringLiteral("brokenImages"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Images that cannot be read"));
    m_sentence->setObjectName(QStringLiteral("brokenSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_list->setObjectName(QStringLiteral("brokenList"));
    m_list->setAccessibleName(windowTitle());
    m_list->setModel(m_model);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle); // both ends of a path say the most
    m_list->setWordWrap(false);
    m_list->setShowGrid(false);
    m_list->setTabKeyNavigation(false); // the tab key leads to the buttons
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->setColumnWidth(0, Theme::instance().grid(40));
    m_list->setMinimumSize(Theme::instance().grid(48), Theme::instance().grid(16));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copying = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copying->setObjectName(QStringLiteral("brokenCopy"));
    copying->setToolTip(tr("Copies the chosen lines, or all if none is chosen"));
    m_skip = buttons->addButton(tr("Leave these images out"), QDialogButtonBox::ActionRole);
    m_skip->setObjectName(QStringLiteral("brokenSkip"));
    m_skip->setToolTip(tr("As --skip-broken does; the setting Broken images takes it back"));
    for (QPushButton* button : {copying, m_skip})
        button->setAutoDefault(false); // the enter key closes
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);

    auto* copyKey = new QAction(this);
    copyKey->setShortcut(QKeySequence::Copy);
    addAction(copyKey);
    connect(copyKey, &QAction::triggered, this, &BrokenImages::copy);
    connect(copying, &QPushButton::clicked, this, &BrokenImages::copy);
    connect(m_skip, &QPushButton::clicked, this, &BrokenImages::skipWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    resize(Theme::instance().grid(90), Theme::instance().grid(50));
}

void BrokenImages::setImages(const RecipePreview& preview)
{
    m_model->setImages(preview.unreadable);
    const bool leftOut = preview.options.skipBroken;
    const QString words = leftOut ? tr("Images of %1 that cannot be read and are left out: %2.")
                                  : tr("Images of %1 that cannot be read: %2. Repair or remove them, or leave them out.");
    m_sentence->setText(
        words.arg(QString::fromStdString(preview.options.dataDir), QLocale().toString(qulonglong(preview.unreadable.size()))));
    m_skip->setVisible(!leftOut);
}

/// Copies the chosen lines, or all if none is chosen: path and reason, with a tab between them.
void BrokenImages::copy()
{
    const QItemSelectionModel& chosen = *m_list->selectionModel();
    QString text;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (!chosen.hasSelection() || chosen.isRowSelected(row))
            text +=
                m_model->index(row, 0).data().toString() + QLatin1Char('\t') + m_model->index(row, 1).data().toString() + QLatin1Char('\n');
    QApplication::clipboard()->setText(text);
}

} // namespace reweigh
