// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace reweigh {

/// Edits the preferences: colour scheme (applied at once), language (applied at the next start), device of new studies. Deletes
/// itself when closed.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(QWidget* parent);

private:
    void apply();

    QComboBox* m_scheme;
    QComboBox* m_language;
    QComboBox* m_device;
};

} // namespace reweigh
