// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/CompareDialog.h"

#include "widgets/text/ErrorText.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

namespace reweigh {
namespace {

constexpr std::array armKinds = {ArmKind::Searched, ArmKind::Fixed, ArmKind::FixedSearched, ArmKind::Largest, ArmKind::CrossEntropy};

} // namespace

CompareDialog::CompareDialog(OpenStudy& study, QWidget* parent)
    : QDialog(parent)
    , m_study(&study)
    , m_seeds(new QSpinBox(this))
    , m_cost(new QLabel(this))
{
    setObjectName(QStringLiteral("compareDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare arms"));
    const auto text = [](ArmKind kind) {
        switch (kind) {
        case ArmKind::Searched: return tr("The best trial's network, retrained");
        case ArmKind::Fixed: return tr("1-100-1 fed by the loss (Shu et al. 2019)");
        case ArmKind::FixedSearched: return tr("1-100-1 fed by the searched input");
        case ArmKind::Largest: return tr("The largest network of the space, fed by the loss");
        case ArmKind::CrossEntropy: return tr("Cross entropy, no weights");
        }
        return QString();
    };
    auto* form = new QFormLayout(this);
    for (const ArmKind kind : armKinds) {
        auto* box = new QCheckBox(text(kind), this);
        box->setObjectName(QStringLiteral("arm-") + QString::fromStdString(armName(kind)));
        box->setChecked(kind == ArmKind::Searched || kind == ArmKind::Fixed || kind == ArmKind::CrossEntropy);
        connect(box, &QCheckBox::toggled, this, &CompareDialog::follow);
        m_arms.emplace_back(kind, box);
        form->addRow(box);
    }
    m_seeds->setObjectName(QStringLiteral("compareSeeds"));
    m_seeds->setRange(1, 1000);
    m_seeds->setValue(study.config().search.armSeeds);
    connect(m_seeds, &QSpinBox::valueChanged, this, &CompareDialog::follow);
    form->addRow(tr("&Fresh seeds an arm"), m_seeds);
    m_cost->setWordWrap(true);
    form->addRow(m_cost);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("compareStart"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CompareDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    follow();
}

std::vector<ArmKind> CompareDialog::chosen() const
{
    std::vector<ArmKind> kinds;
    for (const auto& [kind, box] : m_arms)
        if (box->isChecked())
            kinds.push_back(kind);
    return kinds;
}

void CompareDialog::follow()
{
    m_start->setEnabled(!chosen().empty());
    m_cost->setText(tr("%n training(s); every arm gets the same seeds, splits and epochs. Those that are finished already are kept.", nullptr,
                       int(chosen().size()) * m_seeds->value()));
}

void CompareDialog::begin()
{
    if (m_study) {
        ExperimentDocument& document = m_study->document();
        if (const Status set = document.set("arm-seeds", m_seeds->value(), tr("Seeds an arm")); !set)
            m_study->log().problem(errorText(set.error()));
        m_study->runner().compare(document.config(), chosen());
    }
    accept();
}

} // namespace reweigh
