#include "tests/support/test_camera.h"

#include <QBuffer>
#include <QStringList>

#pragma GCC diagnostic ignored "-Wold-style-cast"  // in GLib's macros
#include <gst/base/gstpushsrc.h>
#include <gst/gst.h>
#include <map>
#include <mutex>

using namespace Qt::StringLiterals;

namespace chayan::test::cameras {

namespace {

struct Wires {
    std::mutex lock;
    std::function<QImage(int)> see;
    std::map<QString, GstDevice*> plugged;
    GstDeviceProvider* provider = nullptr;
    bool isBroken = false;
    QString openedAs;
    QByteArray delivered;
};

Wires& wires() {
    static Wires all;  // GStreamer's types are the program's own, and so is what they look at
    return all;
}

// What a camera delivers: a live source.

struct CameraSrc {
    GstPushSrc parent;
    int width, height, framesASecond, number;
    gboolean isJpeg;
    gint64 next;
    GstCaps* offered;
    gint isLeaving;
};
struct CameraSrcClass {
    GstPushSrcClass parent;
};
G_DEFINE_TYPE(CameraSrc, camera_src, GST_TYPE_PUSH_SRC)

QByteArray yuy2(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
    QByteArray bytes(qsizetype{2} * rgb.width() * rgb.height(), '\0');
    auto* out = reinterpret_cast<uchar*>(bytes.data());
    for (int y = 0; y < rgb.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(rgb.constScanLine(y));
        for (int x = 0; x < rgb.width(); ++x) {
            const int r = qRed(line[x]), g = qGreen(line[x]), b = qBlue(line[x]);
            // ITU-R BT.601, studio range
            *out++ = static_cast<uchar>(16 + (66 * r + 129 * g + 25 * b + 128) / 256);
            *out++ = static_cast<uchar>(x % 2 == 0 ? 128 + (-38 * r - 74 * g + 112 * b + 128) / 256
                                                   : 128 + (112 * r - 94 * g - 18 * b + 128) / 256);
        }
    }
    return bytes;
}

gboolean setCaps(GstBaseSrc* base, GstCaps* caps) {
    auto* self = reinterpret_cast<CameraSrc*>(base);
    const GstStructure* structure = gst_caps_get_structure(caps, 0);
    int per = 1;
    gst_structure_get_int(structure, "width", &self->width);
    gst_structure_get_int(structure, "height", &self->height);
    gst_structure_get_fraction(structure, "framerate", &self->framesASecond, &per);
    self->isJpeg = gst_structure_has_name(structure, "image/jpeg");
    gchar* words = gst_caps_to_string(caps);
    const std::lock_guard hold(wires().lock);
    wires().openedAs = QString::fromUtf8(words);
    g_free(words);
    return TRUE;
}

GstCaps* offeredCaps(GstBaseSrc* base, GstCaps* wanted) {
    GstCaps* offered = reinterpret_cast<CameraSrc*>(base)->offered;
    return wanted == nullptr ? gst_caps_ref(offered)
                             : gst_caps_intersect_full(offered, wanted, GST_CAPS_INTERSECT_FIRST);
}

gboolean setLeaving(GstBaseSrc* base, bool isLeaving) {
    g_atomic_int_set(&reinterpret_cast<CameraSrc*>(base)->isLeaving, isLeaving);
    return TRUE;
}

GstFlowReturn create(GstPushSrc* base, GstBuffer** buffer) {
    auto* self = reinterpret_cast<CameraSrc*>(base);
    constexpr gint64 slice = 4000;  // microseconds: whoever stops it does not wait for a frame
    for (gint64 left = 0; (left = self->next - g_get_monotonic_time()) > 0;) {
        if (g_atomic_int_get(&self->isLeaving))
            return GST_FLOW_FLUSHING;
        g_usleep(static_cast<gulong>(std::min(left, slice)));
    }
    self->next =
        std::max(self->next, g_get_monotonic_time()) + G_USEC_PER_SEC / std::max(self->framesASecond, 1);

    const std::lock_guard hold(wires().lock);
    if (wires().isBroken) {
        GST_ELEMENT_ERROR(self, RESOURCE, BUSY, ("the camera is in use"), ("test"));
        return GST_FLOW_ERROR;
    }
    const QImage seen = wires().see(self->number++).scaled(self->width, self->height);
    QByteArray bytes;
    if (self->isJpeg) {
        QBuffer file(&bytes);
        file.open(QIODevice::WriteOnly);
        seen.save(&file, "JPEG", 90);
    } else
        bytes = yuy2(seen);
    wires().delivered = bytes;
    *buffer = gst_buffer_new_memdup(bytes.constData(), static_cast<gsize>(bytes.size()));
    return GST_FLOW_OK;
}

void camera_src_init(CameraSrc* self) {
    gst_base_src_set_live(GST_BASE_SRC(self), TRUE);
    gst_base_src_set_format(GST_BASE_SRC(self), GST_FORMAT_TIME);
    gst_base_src_set_do_timestamp(GST_BASE_SRC(self), TRUE);
}

void camera_src_class_init(CameraSrcClass* kind) {
    GST_BASE_SRC_CLASS(kind)->set_caps = setCaps;
    GST_BASE_SRC_CLASS(kind)->get_caps = offeredCaps;
    GST_BASE_SRC_CLASS(kind)->unlock = [](GstBaseSrc* base) { return setLeaving(base, true); };
    GST_BASE_SRC_CLASS(kind)->unlock_stop = [](GstBaseSrc* base) { return setLeaving(base, false); };
    G_OBJECT_CLASS(kind)->finalize = [](GObject* self) {
        gst_clear_caps(&reinterpret_cast<CameraSrc*>(self)->offered);
        G_OBJECT_CLASS(camera_src_parent_class)->finalize(self);
    };
    GST_PUSH_SRC_CLASS(kind)->create = create;
    GstCaps* any = gst_caps_from_string("video/x-raw, format=YUY2; image/jpeg");
    gst_element_class_add_pad_template(GST_ELEMENT_CLASS(kind),
                                       gst_pad_template_new("src", GST_PAD_SRC, GST_PAD_ALWAYS, any));
    gst_caps_unref(any);
    gst_element_class_set_static_metadata(GST_ELEMENT_CLASS(kind), "Camera", "Source/Video", "Drawn", "test");
}

// The camera as a thing that can be plugged in.

struct CameraDevice {
    GstDevice parent;
};
struct CameraDeviceClass {
    GstDeviceClass parent;
};
G_DEFINE_TYPE(CameraDevice, camera_device, GST_TYPE_DEVICE)

void camera_device_init(CameraDevice*) {}
void camera_device_class_init(CameraDeviceClass* kind) {
    GST_DEVICE_CLASS(kind)->create_element = [](GstDevice* device, const gchar* name) {
        auto* camera =
            reinterpret_cast<CameraSrc*>(g_object_new(camera_src_get_type(), "name", name, nullptr));
        camera->offered = gst_device_get_caps(device);
        return GST_ELEMENT(camera);
    };
}

struct CameraProvider {
    GstDeviceProvider parent;
};
struct CameraProviderClass {
    GstDeviceProviderClass parent;
};
G_DEFINE_TYPE(CameraProvider, camera_provider, GST_TYPE_DEVICE_PROVIDER)

void camera_provider_init(CameraProvider*) {}
void camera_provider_class_init(CameraProviderClass* kind) {
    GST_DEVICE_PROVIDER_CLASS(kind)->start = [](GstDeviceProvider* provider) -> gboolean {
        const std::lock_guard hold(wires().lock);
        wires().provider = provider;
        for (const auto& [name, device] : wires().plugged)
            gst_device_provider_device_add(provider, device);
        return TRUE;
    };
    GST_DEVICE_PROVIDER_CLASS(kind)->stop = [](GstDeviceProvider*) {
        const std::lock_guard hold(wires().lock);
        wires().provider = nullptr;
    };
    gst_device_provider_class_set_static_metadata(GST_DEVICE_PROVIDER_CLASS(kind), "Cameras", "Source/Video",
                                                  "Drawn", "test");
}

}  // namespace

void install(std::function<QImage(int)> see) {
    wires().see = std::move(see);
    gst_init(nullptr, nullptr);
    gst_device_provider_register(nullptr, "chayantestcameras", GST_RANK_PRIMARY, camera_provider_get_type());
}

void plugIn(const QString& name, const QList<Format>& formats) {
    QStringList words;
    for (const Format& format : formats)
        words << u"%1, width=%2, height=%3, framerate=%4/1"_s
                     .arg(format.isJpeg ? u"image/jpeg"_s : u"video/x-raw, format=YUY2"_s)
                     .arg(format.size.width())
                     .arg(format.size.height())
                     .arg(format.framesASecond);
    GstCaps* caps = gst_caps_from_string(qPrintable(words.join(u"; ")));
    GstStructure* properties =
        gst_structure_new("chayantestcameras", "is-default", G_TYPE_BOOLEAN, FALSE, nullptr);
    auto* device =
        GST_DEVICE(g_object_new(camera_device_get_type(), "display-name", qPrintable(name), "device-class",
                                "Video/Source", "caps", caps, "properties", properties, nullptr));
    gst_structure_free(properties);
    gst_caps_unref(caps);
    gst_object_ref_sink(device);
    const std::lock_guard hold(wires().lock);
    wires().plugged[name] = device;
    if (wires().provider != nullptr)
        gst_device_provider_device_add(wires().provider, device);
}

void unplug(const QString& name) {
    const std::lock_guard hold(wires().lock);
    const auto found = wires().plugged.find(name);
    if (found == wires().plugged.end())
        return;
    if (wires().provider != nullptr)
        gst_device_provider_device_remove(wires().provider, found->second);
    gst_object_unref(found->second);
    wires().plugged.erase(found);
}

void setBroken(bool broken) {
    const std::lock_guard hold(wires().lock);
    wires().isBroken = broken;
}

QString openedAs() {
    const std::lock_guard hold(wires().lock);
    return wires().openedAs;
}

QByteArray lastDelivered() {
    const std::lock_guard hold(wires().lock);
    return wires().delivered;
}

}  // namespace chayan::test::cameras
