#include "ui/capture/device_panel.h"

#include "core/base/clock.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace chayan::ui {

DevicePanel::DevicePanel(Desk& desk)
    : SidePanel(desk, tr("From a camera or a card"), tr("Close")), m_desk(desk), m_notice(new Notice) {
    column()->addWidget(m_notice);
    makeFields();
    column()->addStretch(1);
}

void DevicePanel::makeFields() {
    column()->addWidget(
        label(tr("Plug in the body camera, the card or the stick; every file in its folder is "
                 "copied as it is, whatever its size."),
              Size::Small));
    m_choose = button(tr("Choose the folder …"), u"card");
    column()->addWidget(m_choose);
    m_found = label({}, Size::Small);
    column()->addWidget(m_found);
    column()->addWidget(hairline());
    column()->addWidget(quietLabel(tr("Device, with its number"), Size::Small));
    m_device = new QLineEdit;
    m_device->setAccessibleName(tr("Device, with its number"));
    m_device->setPlaceholderText(tr("Body camera 04"));
    column()->addWidget(m_device);
    column()->addWidget(quietLabel(tr("Its clock shows"), Size::Small));
    m_shown = new QDateTimeEdit;
    m_shown->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_shown->setAccessibleName(tr("Its clock shows"));
    m_shown->setFont(codeFont());
    column()->addWidget(m_shown);
    m_now = button(tr("It shows this now"));
    m_now->setToolTip(tr("Type a time a few seconds ahead, and press as the device's clock reaches it."));
    column()->addWidget(m_now);
    m_measured = label({}, Size::Small);
    column()->addWidget(m_measured);
    column()->addWidget(hairline());
    m_take = primaryButton({}, u"import");
    column()->addWidget(m_take);
    connect(m_choose, &QPushButton::clicked, this, &DevicePanel::chooseFolder);
    connect(m_now, &QPushButton::clicked, this, &DevicePanel::measure);
    connect(m_shown, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_offset.reset();  // another reading
        showState();
    });
    connect(m_take, &QPushButton::clicked, this, &DevicePanel::takeAll);
}

void DevicePanel::begin(const DossierId& visit) {
    if (m_visit != visit) {
        m_visit = visit;
        m_folder.clear();
        m_files = {};
        m_device->clear();
        m_shown->setDateTime(QDateTime::currentDateTime());
        m_offset.reset();
        m_notice->dismiss();
    }
    showState();
    show();
    m_choose->setFocus();
}

void DevicePanel::close() {
    ++m_asked;
    m_looking = false;
    m_visit.reset();
    hide();
}

void DevicePanel::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Choose the folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DevicePanel::setFolder);
    dialog->open();
}

void DevicePanel::setFolder(const QString& folder) {
    m_folder = folder;
    m_files = {};
    m_notice->dismiss();
    m_looking = true;
    const int asked = ++m_asked;
    m_desk.lanes.run(
        Lane::Long, this, [path = QFile::encodeName(folder)] { return services::deviceFiles(path, {}); },
        [this, asked](Result<services::DeviceFiles> files) {
            if (asked != m_asked)
                return;
            m_looking = false;
            if (files)
                m_files = std::move(*files);
            else
                m_notice->set(files.error(), m_desk.texts());
            showState();
        });
    showState();
}

void DevicePanel::measure() {
    m_offset =
        services::clockOffset(m_shown->dateTime().toMSecsSinceEpoch(), QDateTime::currentMSecsSinceEpoch());
    showState();
}

void DevicePanel::takeAll() {
    if (!m_visit || m_files.files.empty())
        return;
    std::vector<services::PhotoFile> files;
    const QString device = m_device->text().trimmed();
    for (const services::DeviceFile& file : m_files.files) {
        services::PhotoFile photo{file.path};
        if (!device.isEmpty())
            photo.device = device;
        photo.clockOffset = m_offset;
        files.push_back(std::move(photo));
    }
    Q_EMIT take(*m_visit, files);
    close();
}

void DevicePanel::showState() {
    const auto files = static_cast<int>(m_files.files.size());
    const QString size = QLocale().formattedDataSize(m_files.bytes, 1, QLocale::DataSizeTraditionalFormat);
    m_found->setText(m_folder + u'\n' +
                     (m_looking    ? tr("Looking …")
                      : files == 0 ? tr("No files are in it.")
                                   : tr("%n file(s), %1", nullptr, files).arg(size)));
    m_found->setVisible(!m_folder.isEmpty() && !m_notice->isVisibleTo(this));
    if (!m_offset)
        m_measured->setText(tr("Not measured: the times of its files stand as the device wrote them."));
    else if (*m_offset == 0)
        m_measured->setText(tr("The device's clock is right."));
    else
        m_measured->setText((*m_offset > 0 ? tr("The device's clock is ahead of this computer's: %1")
                                           : tr("The device's clock is behind this computer's: %1"))
                                .arg(offsetText(*m_offset)));
    m_take->setText(files == 0 ? tr("Take the files in") : tr("Take %n file(s) in", nullptr, files));
    m_take->setEnabled(files > 0);
}

}  // namespace chayan::ui
