using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>A remark on a deal, a manager's (ST-12) or one's own: it stands among what was said of it, and the owner reads it at once. No contact with the customer, so no clock is set by it.</summary>
internal sealed class CommentDeal : Command
{
    /// <summary>The <see cref="FollowUp.Method"/> of a remark.</summary>
    public const string Method = "comment";

    public override CommandSpec Spec { get; } = new("comment_deal", Permission.WriteSales) { Requires = ["deal", "content"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        var content = act.Slots.Text("content", 4000)!;
        act.Db.Add(new FollowUp { Key = Keys.New('F'), CreatedAt = act.Now, DealId = deal.Id, CustomerId = deal.CustomerId, AuthorId = act.Me.Id, Method = Method, Content = content, HappenedAt = act.Now });
        var owner = act.Org.Find(deal.OwnerId);
        Word title = new("Comment.told", act.Me, deal.Name);
        var view = new View("text", new { Title = title, Paragraphs = new[] { content }, Buttons = new[] { new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }) } }, new Word("Process.text", title, content));
        return act.Receipt("Receipt.comment", deal.Name) with { Notices = owner is { Active: true } && owner.Id != act.Me.Id ? [new Notice(owner, view)] : [], Focus = act.About(deal) };
    }
}
