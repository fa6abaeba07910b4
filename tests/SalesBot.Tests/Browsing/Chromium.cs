using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace SalesBot.Tests.Browsing;

/// <summary>Debian's Chromium without a window, with a profile of its own.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly string? Browser = Find("chromium") ?? Find("chromium-browser");
    private static readonly string? Driver = Find("chromedriver");
    private readonly string _profile = Directory.CreateTempSubdirectory("salesbot-chromium-").FullName;
    private readonly ChromeDriver _driver;

    public Chromium(int width, int height)
    {
        var options = new ChromeOptions { BinaryLocation = Browser };
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--lang=en", $"--user-data-dir={_profile}", "--window-size=1280,800");
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        service.SuppressInitialDiagnosticInformation = true;
        _driver = new ChromeDriver(service, options);
        Resize(width, height);
    }

    /// <summary>One line that says what is missing and how to get it, or null.</summary>
    public static string? Missing => Browser is not null && Driver is not null ? null : "needs Chromium: apt-get install chromium chromium-driver";

    /// <summary>What the page complained about in its console; the icon that browsers ask for of their own accord is not the page's.</summary>
    public IReadOnlyList<string> Complaints =>
    [
        .. _driver.Manage().Logs.GetLog(LogType.Browser).Where(l => l.Level == LogLevel.Severe).Select(l => l.Message)
            .Where(m => !m.Contains("/favicon.ico", StringComparison.Ordinal)),
    ];

    public void Open(Uri address) => _driver.Navigate().GoToUrl(address);

    public void Resize(int width, int height) => _driver.ExecuteCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });

    public T Script<T>(string script) => (T)_driver.ExecuteScript(script)!;

    public void Click(string selector) => Do(selector, e => e.Click());

    public void Type(string selector, string text) => Do(selector, e => e.SendKeys(text));

    public void Enter(string selector) => Do(selector, e => e.SendKeys(Keys.Enter));

    /// <summary>Waits for the first element that fits and shows.</summary>
    public IWebElement Until(string selector) =>
        Patience().Until(d => d.FindElements(By.CssSelector(selector)).FirstOrDefault(e => e.Displayed))!;

    /// <summary>Waits until the text stands in an element that fits and shows.</summary>
    public void UntilText(string selector, string text) =>
        Patience().Until(d => d.FindElements(By.CssSelector(selector)).Any(e => e.Displayed && e.Text.Contains(text, StringComparison.Ordinal)));

    /// <summary>Waits until a script answers true.</summary>
    public void UntilTrue(string script) => Patience().Until(_ => Script<bool>("return " + script));

    /// <summary>Saves a picture where SALESBOT_SCREENSHOTS says, for people to look at; nothing where it is not set.</summary>
    public void Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("SALESBOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            _driver.GetScreenshot().SaveAsFile(Path.Combine(folder, name + ".png"));
        }
    }

    public void Dispose()
    {
        _driver.Quit();
        _driver.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // The browser's last process may still write; the system clears its temporary folder.
        }
    }

    /// <summary>Does it to the first element that fits and shows; the page may draw it anew between finding it and doing so.</summary>
    private void Do(string selector, Action<IWebElement> deed) => Patience().Until(d =>
    {
        var element = d.FindElements(By.CssSelector(selector)).FirstOrDefault(e => e.Displayed);
        if (element is not null)
        {
            deed(element);
        }

        return element is not null;
    });

    private WebDriverWait Patience()
    {
        var wait = new WebDriverWait(_driver, TimeSpan.FromSeconds(20));
        wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException));
        return wait;
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/bin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
