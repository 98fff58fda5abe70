// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/TrainingPanel.h"

#include "widgets/setup/ModelPanel.h"

#include <QVBoxLayout>

namespace reweigh {

TrainingPanel::TrainingPanel(Workbench& bench, QWidget* parent)
    : FormPanel(QStringLiteral("training"), tr("Training"), bench, parent)
{
    form().hideUnused();                                   // most belong to one loss or weighting
    for (const char* key : {"epochs", "batch-size", "lr"}) // what is looked for first
        form().add(key);
    form().addGroup(FieldGroup::Training, ModelPanel::keys());
    column().addStretch();
}

void TrainingPanel::refresh()
{
    FormPanel::refresh();
    setScope(tr("of every trial"));
}

} // namespace reweigh
