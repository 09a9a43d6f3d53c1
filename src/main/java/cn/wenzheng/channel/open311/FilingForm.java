package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.Petitioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the form of a request and gathers all that is wrong with it. */
final class FilingForm {

    static final int DESCRIPTION = 4_000;

    private final Ask ask;
    private final List<Fault> faults = new ArrayList<>();

    private FilingForm(Ask ask) {
        this.ask = ask;
    }

    /**
     * The request.
     *
     * @param photos files that came with the form
     * @throws Fault.Refused with everything that is wrong
     */
    static Filing read(Ask ask, Services services, List<MediaRef> photos) {
        FilingForm form = new FilingForm(ask);
        Optional<Service> service = form.service(services);
        GeoPoint place = form.place();
        String address = form.address();
        if (place == null && address == null && form.faults.isEmpty()) {
            form.faults.add(Fault.of("open311-place-missing"));
        }
        String description = form.text("description", DESCRIPTION);
        Map<String, List<String>> answers = service.map(form::answers).orElse(Map.of());
        Petitioner petitioner = form.petitioner();
        List<MediaRef> media = form.media(photos);
        String sender = form.sender();
        if (!form.faults.isEmpty()) {
            throw new Fault.Refused(form.faults);
        }
        return new Filing(service.orElseThrow(), place, address, description, answers, sender, petitioner, media);
    }

    private Optional<Service> service(Services services) {
        String code = ask.one("service_code");
        if (code == null) {
            faults.add(Fault.of("open311-service-missing"));
            return Optional.empty();
        }
        Optional<Service> service = services.find(code.strip());
        if (service.isEmpty()) {
            faults.add(Fault.ofUnknown("open311-service-unknown"));
        }
        return service;
    }

    private @Nullable GeoPoint place() {
        String latitude = ask.one("lat");
        String longitude = ask.one("long");
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            faults.add(Fault.of("open311-place-half"));
            return null;
        }
        Optional<Double> north = degrees(latitude, 90);
        Optional<Double> east = degrees(longitude, 180);
        if (north.isEmpty() || east.isEmpty()) {
            faults.add(Fault.of("open311-place-malformed"));
            return null;
        }
        return new GeoPoint(north.get(), east.get(), GeoPoint.Crs.WGS84);
    }

    private static Optional<Double> degrees(String given, int most) {
        try {
            double degrees = Double.parseDouble(given.strip());
            return Math.abs(degrees) <= most ? Optional.of(degrees) : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** The city has no register of addresses: an id is passed on to the staff as it is. */
    private @Nullable String address() {
        String words = text("address_string", Intake.LINE);
        return words == null ? text("address_id", Intake.LINE) : words;
    }

    private @Nullable String sender() {
        String account = text("account_id", Intake.LINE);
        return account == null ? text("device_id", Intake.LINE) : account;
    }

    private @Nullable String text(String name, int most) {
        String given = ask.one(name);
        return given == null ? null : right(() -> Limits.optional(name, Writing.plain(given), most));
    }

    private Map<String, List<String>> answers(Service service) {
        AttributeForm form = new AttributeForm(ask, service);
        faults.addAll(form.faults());
        return form.answers();
    }

    private Petitioner petitioner() {
        Petitioner petitioner = right(() -> new Petitioner(name(), ask.one("phone"), ask.one("email")));
        return petitioner == null ? Petitioner.UNKNOWN : petitioner;
    }

    /** Chinese names are written without a space, the family name first. */
    private @Nullable String name() {
        String first = ask.one("first_name");
        String last = ask.one("last_name");
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        boolean chinese = (last + first).codePoints().anyMatch(Character::isIdeographic);
        return chinese ? last.strip() + first.strip() : first.strip() + " " + last.strip();
    }

    private List<MediaRef> media(List<MediaRef> photos) {
        List<MediaRef> media = Stream.concat(
                        ask.all("media_url").stream()
                                .map(String::strip)
                                .distinct()
                                .map(address -> new MediaRef(MediaRef.Type.PICTURE, address, null, null)),
                        photos.stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (media.size() > Media.MOST) {
            faults.add(Fault.of("attachments-too-many", Media.MOST));
        }
        if (media.stream().anyMatch(one -> one.content() == null && !Media.isAddress(one.id()))) {
            faults.add(Fault.of("open311-media-malformed"));
        }
        return media;
    }

    private <T> @Nullable T right(Supplier<@Nullable T> read) {
        try {
            return read.get();
        } catch (Refusal refusal) {
            faults.add(Fault.of(refusal));
            return null;
        }
    }
}
