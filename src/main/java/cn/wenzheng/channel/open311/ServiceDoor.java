package cn.wenzheng.channel.open311;

import cn.wenzheng.access.Sentences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the city offers to programs of citizens. */
@RestController
@RequestMapping({"/open311/v2", Ask.TEST})
@Tag(name = "open311", description = "Open311 GeoReport v2")
class ServiceDoor extends Open311Door {

    private final Services services;
    private final Open311Settings settings;

    ServiceDoor(Sentences sentences, Open311Settings settings, Services services) {
        super(sentences, settings);
        this.services = services;
        this.settings = settings;
    }

    @Operation(summary = "服务发现 · Discovery")
    @GetMapping({"/discovery.xml", "/discovery.json"})
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        // By the name that the client has called: nobody else reads the answer.
        String address = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return Ask.of(request).format().say(200, ServiceAnswers.discovery(address, services.changeset(), settings));
    }

    @Operation(summary = "服务列表 · Services", description = "Every lowest topic of the city's tree.")
    @GetMapping({"/services.xml", "/services.json"})
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        return ask(request).format().say(200, ServiceAnswers.services(services.all()));
    }

    @Operation(summary = "服务定义 · Definition of a service", description = "The questions that a request may answer.")
    @GetMapping({"/services/{id}.xml", "/services/{id}.json"})
    ResponseEntity<byte[]> definition(@PathVariable String id, HttpServletRequest request) {
        Ask ask = ask(request);
        Service service = services.find(id)
                .orElseThrow(() -> Fault.ofUnknown("open311-service-unknown").refused());
        return ask.format().say(200, ServiceAnswers.definition(service));
    }

    @Operation(summary = "其他地址 · Any other address", description = "Is not there, in the client's format.")
    @RequestMapping(
            path = "/**",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> elsewhere() {
        throw Fault.ofUnknown("open311-path-unknown").refused();
    }
}
