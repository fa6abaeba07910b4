namespace SalesBot.Language.Reading;

/// <summary>What is meant by a message that came with files: “这是东岭阀门的调研表”, "signed, here is the scan", or an order beside it.</summary>
internal static class HandedIn
{
    private const string Attach = "attach_document";
    private const string Sign = "sign_contract";

    /// <summary>Orders that are carried out as well; a report of a talk is written first, an order about the paper needs the paper.</summary>
    private static readonly string[] After = ["submit_contract", "submit_quote", "move_stage"], Before = ["log_followup"];

    /// <summary>The words of a message with nothing but files are empty.</summary>
    /// <param name="said">How the message reads without them.</param>
    public static Frame Of(Clause whole, Frame said)
    {
        var subject = SubjectFinder.Find(whole);
        var isSigned = whole.Words("document").Any(word => word.Value == "signed_contract") || whole.Words("signed_word").Count > 0;
        var intent = isSigned ? Sign : Attach;
        // What was asked about knows its deal; only what is said now takes its place.
        if (whole.Focus.Pending == intent && !subject.Said) subject = new Subject();
        var given = Sayings.Order(whole, intent, subject);
        if (said.Confidence < Frame.Sure || said.Clarify.Count > 0 || isSigned) return given;
        if (said.Intent == "add_template") return said;
        // “方案” alone is what the paper is called.
        if (said.Intent == "move_stage" && whole.Words("move_to").Count == 0) return given;
        // “凌云的合同” with the file says what it is; to submit it is another matter.
        if (KindFor(said.Intent) is not null && whole.Words("submit_word").Count == 0) return given;
        if (After.Contains(said.Intent, StringComparer.Ordinal)) return (given.Slots.ContainsKey("kind") ? given : With(given, KindFor(said.Intent))) with { Also = [said with { Also = [] }, .. said.Also] };
        return Before.Contains(said.Intent, StringComparer.Ordinal) && whole.Words("document").Count == 0 ? said with { Also = [.. said.Also, given] } : given;
    }

    private static string? KindFor(string intent) => intent switch { "submit_contract" => "contract", "submit_quote" => "quote", _ => null };

    private static Frame With(Frame frame, string? kind) => kind is null ? frame : frame with { Slots = new Slots(frame.Slots) { ["kind"] = kind } };
}
