// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QSpinBox;

namespace reweigh {

/// Asks how many of the best architectures to export and into which file. Deletes itself when closed.
class ArchitecturesDialog : public QDialog {
    Q_OBJECT
public:
    ArchitecturesDialog(const QString& file, QWidget* parent);

    int count() const;
    QString file() const;

private:
    void browse();

    QSpinBox* m_count;
    QLineEdit* m_file;
};

} // namespace reweigh
