package cn.wenzheng.channel.batch;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.organization.Refusal;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where an operator brings a file of petitions and watches it go in. */
@Controller
class ImportPage {

    private static final Resource SAMPLE = new ClassPathResource("demo/sample-petitions.csv");

    private final BatchDesk desk;
    private final CurrentActor current;

    ImportPage(BatchDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/import")
    ModelAndView ask() {
        return new ModelAndView("channel/import").addObject("recent", desk.recent(current.get()));
    }

    @PostMapping("/import")
    ModelAndView start(@RequestParam MultipartFile file, @RequestParam(defaultValue = "live") Import.Mode mode) {
        try {
            String id = desk.start(file, mode, current.get());
            return new ModelAndView("redirect:/import/{id}", Map.of("id", id));
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> ask().addObject("mode", mode), Refusal.Kind.INVALID, refusal);
        }
    }

    @GetMapping("/import/{id}")
    ModelAndView status(@PathVariable String id) {
        return new ModelAndView("channel/progress").addObject("run", desk.status(id, current.get()));
    }

    /** The product's own sample: what a file has to look like. */
    @GetMapping("/import/sample.csv")
    ResponseEntity<Resource> sample() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("sample-petitions.csv")
                                .build()
                                .toString())
                .body(SAMPLE);
    }
}
