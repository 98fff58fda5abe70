// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/dialogs/AboutDialog.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace reweigh {

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("about"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QCoreApplication::translate("About", "About Reweigh"));
    box->setText(QCoreApplication::translate("About", "Reweigh %1").arg(QStringLiteral(REWEIGH_VERSION)));
    box->setInformativeText(QCoreApplication::translate(
                                "About",
                                "Meta-Weight-Net and its architecture under label noise and class imbalance.\n\n"
                                "Free software under the GNU General Public License, version 3 or later, without any warranty.\n\n"
                                "No telemetry: Reweigh sends nothing anywhere, and loads nothing but the data sets you ask for.\n\nQt %1")
                                .arg(QString::fromLatin1(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace reweigh
