// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/SearchPanel.h"

#include "core/experiment/WorkerChoice.h"
#include "widgets/panel/WheelGuard.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace reweigh {
SearchPanel::SearchPanel(Workbench& bench, QWidget* parent)
    : FormPanel(QStringLiteral("search-options"), tr("Search"), bench, parent)
    , m_atOnce(new QSpinBox)
{
    new WheelGuard(*m_atOnce);
    m_atOnce->setObjectName(QStringLiteral("trials-at-once"));
    m_atOnce->setAccessibleName(tr("Trials at once"));
    m_atOnce->setToolTip(tr("How many trials run side by side. May be changed while the study runs: applies when the next trial begins."));
    m_atOnce->setRange(1, 64);
    m_atOnce->setAlignment(Qt::AlignRight);
    m_atOnce->setKeyboardTracking(false);
    form().add("sampler");
    form().addNeeding("sampler");
    form().addRange(tr("Hidden layers"), "min-layers", "max-layers");
    form().addRange(tr("Nodes per layer, log"), "min-nodes", "max-nodes");
    form().add("search-inputs");
    form().add("search-standardise");
    form().add("search-activations");
    form().addRange(tr("Meta learning rate, log"), "min-meta-lr", "max-meta-lr");
    form().add("trials");
    form().addRow(tr("Trials at once"), m_atOnce);
    form().add("search-lag");
    form().add("pruner");
    form().addNeeding("pruner");
    form().addGroup(FieldGroup::Search);
    form().add("out");
    column().addStretch();
    connect(m_atOnce, &QSpinBox::valueChanged, this, [this](int count) {
        study().document().setTrialsAtOnce(count, FieldForm::tr("Change %1").arg(m_atOnce->accessibleName()));
        auto* line = m_atOnce->findChild<QLineEdit*>();
        line->setText(line->text()); // from now on the document takes it back, not the line (SharedKeys)
    });
}

void SearchPanel::attach(OpenStudy& study)
{
    FormPanel::attach(study);
    connect(&study, &OpenStudy::stateChanged, this, &SearchPanel::scheduleRefresh);
    connect(&study, &OpenStudy::titleChanged, this, &SearchPanel::scheduleRefresh);
    connect(&study, &OpenStudy::trialsAtOnceChanged, this, &SearchPanel::showAtOnce);
    showAtOnce();
}

void SearchPanel::showAtOnce()
{
    const QSignalBlocker quiet(m_atOnce);
    const int chosen = study().document().trialsAtOnce();
    m_atOnce->setValue(chosen > 0 ? chosen : usualWorkers(study().config()));
}

void SearchPanel::refresh()
{
    FormPanel::refresh();
    const ExperimentConfig& config = study().config();
    if (study().document().trialsAtOnce() == 0)
        showAtOnce();
    // The place of a study that has a file cannot be changed.
    form().setUsable("out", study().isNew());
    form().setUsable("study", study().isNew());
    setScope(tr("%Ln trial(s)", nullptr, config.search.trials));
}

} // namespace reweigh
