package academy.artisan.lms.portal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/** A headless Chromium as it is installed on this machine; nothing is ever downloaded. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Optional<Path> CHROMIUM =
            installed("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Optional<Path> DRIVER = installed("/usr/bin/chromedriver");

    private final ChromeDriver driver;
    private final String address;
    private final Path scratch;

    private Browser(ChromeDriver driver, String address, Path scratch) {
        this.driver = driver;
        this.address = address;
        this.scratch = scratch;
    }

    /** Short, because the browser keeps a socket there, and the name of a socket may have 108 characters at most. */
    private static Path scratchFolder() {
        try {
            return Files.createTempDirectory(Path.of("/tmp"), "browser");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static boolean isInstalled() {
        return CHROMIUM.isPresent() && DRIVER.isPresent();
    }

    static Browser at(String address, String language, Path folder) {
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--mute-audio",
                "--autoplay-policy=no-user-gesture-required",
                "--window-size=1280,900",
                "--lang=" + language,
                "--user-data-dir=" + folder);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        var scratch = scratchFolder();
        var service = new ChromeDriverService.Builder()
                .withEnvironment(Map.of("TMPDIR", scratch.toString()))
                .usingDriverExecutable(DRIVER.map(Path::toFile).orElseGet(() -> new File("")))
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), address, scratch);
    }

    void logIn(String username, String password) {
        driver.get(address + "/");
        find("input[name=username]").sendKeys(username);
        find("input[name=password]").sendKeys(password);
        find("form.login button").click();
        find(".top nav");
    }

    /** As a device on which nobody was before: a window of a browser costs less than a browser. */
    void asAnotherDevice() {
        open("favicon.svg");
        run("sessionStorage.clear()");
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", address, "storageTypes", "all"));
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    void open(String page) {
        driver.get(address + "/" + page);
    }

    void reload() {
        driver.navigate().refresh();
    }

    WebElement find(String selector) {
        await().atMost(PATIENCE).until(() -> !all(selector).isEmpty());
        return all(selector).getFirst();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** At this share of its width. */
    void click(String selector, double share) {
        var element = find(selector);
        var fromTheMiddle = (int) Math.round((share - 0.5) * element.getSize().getWidth());
        new Actions(driver).moveToElement(element, fromTheMiddle, 0).click().perform();
    }

    /** Another page in front of this one, as when a learner reads something else meanwhile. */
    void cover() {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.switchTo().window(driver.getWindowHandles().iterator().next());
    }

    /** From now on as narrow as a phone, and touched. */
    void asOnAPhone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    }

    void uncover() {
        var handles = List.copyOf(driver.getWindowHandles());
        driver.switchTo().window(handles.getLast()).close();
        driver.switchTo().window(handles.getFirst());
    }

    Controls controls() {
        return new Controls(driver);
    }

    double number(String script) {
        return ((Number) Objects.requireNonNull(driver.executeScript("return " + script))).doubleValue();
    }

    String text(String script) {
        return String.valueOf(driver.executeScript("return " + script));
    }

    void run(String script) {
        driver.executeScript(script);
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(scratch.toFile());
    }

    private static Optional<Path> installed(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
