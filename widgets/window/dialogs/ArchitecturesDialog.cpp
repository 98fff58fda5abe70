// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/dialogs/ArchitecturesDialog.h"

#include "widgets/theme/Theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace reweigh {

ArchitecturesDialog::ArchitecturesDialog(const QString& file, QWidget* parent)
    : QDialog(parent)
    , m_count(new QSpinBox(this))
    , m_file(new QLineEdit(file, this))
{
    setObjectName(QStringLiteral("architecturesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export best architectures"));
    m_count->setObjectName(QStringLiteral("architecturesCount"));
    m_count->setRange(1, 1000);
    m_file->setObjectName(QStringLiteral("architecturesFile"));
    m_file->setMinimumWidth(Theme::instance().grid(48));
    auto* browse = new QPushButton(tr("Browse…"), this);
    browse->setObjectName(QStringLiteral("architecturesBrowse"));
    auto* place = new QHBoxLayout;
    place->addWidget(m_file, 1);
    place->addWidget(browse);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&How many"), m_count);
    auto* label = new QLabel(tr("&File"), this);
    label->setBuddy(m_file);
    form->addRow(label, place);
    auto* what = new QLabel(tr("Networks, training settings and recipe, as reweigh export writes them. Only complete trials count."), this);
    what->setWordWrap(true);
    form->addRow(what);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    connect(browse, &QPushButton::clicked, this, &ArchitecturesDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_file, &QLineEdit::textChanged, this,
            [buttons](const QString& text) { buttons->button(QDialogButtonBox::Save)->setEnabled(!text.isEmpty()); });
}

int ArchitecturesDialog::count() const
{
    return m_count->value();
}

QString ArchitecturesDialog::file() const
{
    return m_file->text();
}

void ArchitecturesDialog::browse()
{
    auto* dialog = new QFileDialog(this, windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("Architectures (*.json)"));
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

} // namespace reweigh
