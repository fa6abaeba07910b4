using SalesBot.Tests.Browsing;

namespace SalesBot.Tests.Operation;

/// <summary>The whole service with its practice company, as a newcomer meets it: submit as a rep, decide as legal, read the answer.</summary>
public sealed class ContractInTheBrowserTests
{
    private const string Card = ".ac-adaptiveCard";
    private const string SendBox = ".webchat__send-box-text-box textarea";

    [ChromiumFact]
    public async Task AP_01_a_contract_is_submitted_approved_on_the_card_and_the_submitter_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-browser-");
        await using var server = await ServerProcess.ServeAsync(folder.FullName);
        using var browser = new Chromium(1280, 900);
        browser.Open(new Uri(server.Address, "words/zh-CN.json"));
        browser.Script<object?>("localStorage.setItem('locale', 'zh-CN')");
        browser.Open(server.Address);

        browser.Click("[data-key=P06]");
        browser.UntilText("#who-name", "赵磊");
        browser.UntilText(Card, "赵磊，您好");
        browser.Type(SendBox, "凌云电缆能耗合同提交审批");
        browser.Enter(SendBox);
        browser.UntilText(Card, "郑文");

        browser.Click("[data-key=P13]");
        browser.UntilText("#who-name", "郑文");
        browser.UntilText(Card, "合同审批 · 凌云电缆能耗");
        Press(browser, "合同审批 · 凌云电缆能耗", "批准");
        browser.UntilTrue($"{CardWith("合同审批 · 凌云电缆能耗")}.innerText.includes('郑文 已于')");
        browser.UntilTrue($"!{CardWith("合同审批 · 凌云电缆能耗")}.querySelector('.ac-pushButton[title=\"批准\"]')");
        browser.Picture("contract-approved");

        browser.Click("[data-key=P06]");
        browser.UntilText("#who-name", "赵磊");
        browser.UntilTrue("document.querySelector('#chat').innerText.includes('郑文 已于')");
        Assert.Empty(browser.Complaints);
        folder.Delete(recursive: true);
    }

    /// <summary>Web Chat keeps a hidden copy of each card for screen readers; the one that shows has a place on the page.</summary>
    private static string CardWith(string text) =>
        $"[...document.querySelectorAll('{Card}')].filter(c => c.offsetParent && c.innerText.includes('{text}')).pop()";

    private static void Press(Chromium browser, string card, string title) =>
        browser.Script<object?>($"[...{CardWith(card)}.querySelectorAll('.ac-pushButton')].find(b => b.textContent.trim() === '{title}').click()");
}
