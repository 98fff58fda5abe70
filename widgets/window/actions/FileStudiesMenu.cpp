// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/FileStudiesMenu.h"

#include "core/storage/StudyFile.h"
#include "widgets/text/ErrorText.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/common/EachStudy.h"

#include <algorithm>

namespace reweigh {

FileStudiesMenu::FileStudiesMenu(Workbench& bench, QWidget* parent)
    : QMenu(tr("Studies in this file"), parent)
    , m_bench(bench)
{
    setObjectName(QStringLiteral("menu-file-studies"));
    connect(this, &QMenu::aboutToShow, this, &FileStudiesMenu::fill);
    const auto follow = [this] { menuAction()->setEnabled(!m_bench.current().isNew()); };
    connect(&bench, &Workbench::currentChanged, this, follow);
    eachStudy(bench, this, [this, follow](OpenStudy& study) { connect(&study, &OpenStudy::titleChanged, this, follow); });
    follow();
}

void FileStudiesMenu::fill()
{
    clear();
    const std::filesystem::path file = m_bench.current().file();
    const Result<std::vector<std::string>> names = studyNames(file);
    if (!names) {
        addAction(errorText(names.error()))->setEnabled(false);
        return;
    }
    for (const std::string& name : *names) {
        QString text = QString::fromStdString(name);
        QAction* action = addAction(text.replace('&', QStringLiteral("&&")));
        action->setObjectName(QString::fromStdString(name));
        action->setCheckable(true);
        action->setChecked(std::ranges::any_of(m_bench.studies(), [&](const auto& study) {
            return study->file() == file && (names->size() == 1 || study->studyName() == name);
        }));
        connect(action, &QAction::triggered, this, [this, file, name] {
            if (openDocument(m_bench, file, name))
                Q_EMIT chosen();
        });
    }
}

} // namespace reweigh
