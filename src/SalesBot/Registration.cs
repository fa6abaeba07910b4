using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesBot.Approvals;
using SalesBot.Cards;
using SalesBot.Conversation;
using SalesBot.Customers.Pool;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Leads;
using SalesBot.Language;
using SalesBot.Language.Names;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Sharing;
using SalesBot.Words;

namespace SalesBot;

internal static class Registration
{
    /// <summary>Everything of the product but the messengers, which the edge adds as <see cref="IMessenger"/>s.</summary>
    public static IServiceCollection AddSalesBot(this IServiceCollection services, string connection, string cards, FileStore files) => services
        .AddSalesDb(connection)
        .AddSingleton(files)
        .AddSingleton<WordBook>()
        .AddSingleton<PublicAddress>()
        .AddSingleton(_ => CardStore.Load(cards))
        .AddSingleton<EntityIndex>()
        .AddSingleton<Reader>()
        .AddSingleton<NameFeed>()
        .AddSingleton<OrgCache>()
        .AddSingleton<DefinitionCache>()
        .AddSingleton<CompanyCaches>()
        .AddSingleton<Orders>()
        .AddSingleton(_ => CommandTable.Scan())
        .AddSingleton<CommandRunner>()
        .AddSingleton<ReplyRenderer>()
        .AddSingleton<ReceiptBuilder>()
        .AddSingleton<Post>()
        .AddSingleton<Ledger>()
        .AddSingleton<Outbox>()
        .AddSingleton<TurnParts>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<FindRecords>()
        .AddSingleton(s => NudgeRules.Discover(s.GetRequiredService<ILogger<NudgeRules>>()))
        .AddSingleton<Retention>()
        .AddSingleton<NudgeScan>()
        .AddSingleton<NudgeDelivery>()
        .AddSingleton<Renewal>()
        .AddSingleton<DealtWith>()
        .AddSingleton<Telling>()
        .AddSingleton<CustomerClock>()
        .AddSingleton<LeadClock>()
        .AddSingleton<ApprovalClock>();
}
