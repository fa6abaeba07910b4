using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>A document that was drawn and found wanting: whoever handed it in waits for the review from now on, until a manager says otherwise (AP-07).</summary>
internal static class SpotChecks
{
    /// <summary>Looks for such a decision in what the act has changed; those concerned are told.</summary>
    public static async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var failed = act.Db.Tracked<Approval>().Where(e => e.State == EntityState.Modified && e.Entity is { Kind: ApprovalKind.SpotCheck, Status: ApprovalStatus.Refused or ApprovalStatus.Returned }
            && e.Property(a => a.Status).OriginalValue == ApprovalStatus.Pending).Select(e => e.Entity).ToList();
        foreach (var check in failed)
        {
            if (act.Org.Find(check.SubmitterId) is { } submitter && await act.Db.Documents.FirstOrDefaultAsync(d => d.Id == check.DocumentId, cancellationToken) is { } document)
            {
                reply = await SwitchBackAsync(act, submitter, document, reply, cancellationToken);
            }
        }

        return reply;
    }

    private static async Task<Reply> SwitchBackAsync(Act act, Person submitter, Document document, Reply reply, CancellationToken cancellationToken)
    {
        var modes = await ReviewModes.LoadAsync(act, cancellationToken);
        var mode = modes.SwitchedBack(document.Kind, submitter);
        modes.Save(act, document.Kind, mode, "spot_check " + document.Key);
        var kind = DocumentKinds.Say(document.Kind);
        Word text = mode.Passes ? new Word("SpotCheck.back", document.Name, kind, submitter) : new Word("SpotCheck.back_all", document.Name, kind, submitter);
        var manager = act.Org.Superior(submitter);
        var again = new Slots { ["kind"] = document.Kind, ["mode"] = "auto_pass" };
        if (mode.Passes)
        {
            again["person"] = submitter.Key;
        }

        Button[] buttons = [new Button("Button.auto_pass_again", "set_review_mode", again)];
        List<Notice> notices = [new Notice(submitter, new View(null, null, text))];
        if (manager is not null)
        {
            notices.Add(new Notice(manager, new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text)));
        }

        return reply with { Notices = [.. reply.Notices, .. notices] };
    }
}
