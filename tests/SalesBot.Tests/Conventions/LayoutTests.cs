using System.Reflection;
using System.Text.RegularExpressions;
using SalesBot.Conversation;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Tests.Conventions;

/// <summary>The shape of DESIGN.md 3 and the habits of CONTRIBUTING.md, as far as a program can see them.</summary>
public sealed class LayoutTests
{
    private const int LongestFile = 300;
    private static readonly Assembly Product = typeof(Command).Assembly;
    private static readonly Assembly Edge = typeof(SalesBot.Server.Service).Assembly;

    [Fact]
    public void The_product_knows_no_web_server_no_scheduler_and_no_messenger()
    {
        string[] foreign = ["Microsoft.AspNetCore", "Quartz", "Microsoft.Identity", "System.CommandLine", "Spectre", "OpenTelemetry", "System.Net.Http"];
        Assert.DoesNotContain(Product.GetReferencedAssemblies(), a => foreign.Any(f => a.Name!.StartsWith(f, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Violations.None(Types().Where(t => HandWaving.IsMatch(t.Name)).Select(t => t.FullName));

    [Fact]
    public void An_interface_has_two_implementations_or_is_none()
    {
        var all = Types().ToList();
        Violations.None(all.Where(t => t.IsInterface && all.Count(c => c is { IsClass: true, IsAbstract: false } && c.IsAssignableTo(t)) < 2).Select(t => t.FullName));
    }

    [Fact]
    public void A_namespace_is_the_folder()
    {
        var wrong = SourceTree.CSharp("src").Concat(SourceTree.CSharp("tests"))
            .Select(file => (file, Space: Namespace.Match(File.ReadAllText(file)).Groups["v"].Value))
            .Where(f => f.Space.Length > 0 && f.Space != Path.GetDirectoryName(SourceTree.Short(f.file))!.Split('/', 2)[1].Replace('/', '.'));
        Violations.None(wrong.Select(f => $"{SourceTree.Short(f.file)}: {f.Space}"));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Violations.None(SourceTree.CSharp("src").Concat(SourceTree.CSharp("tests")).Where(f => File.ReadLines(f).Count() > LongestFile).Select(SourceTree.Short));

    [Fact]
    public void Nothing_has_more_than_five_constructor_parameters() =>
        Violations.None(Types().Where(t => t.IsClass && t.GetMethod("<Clone>$") is null && t.GetConstructors().Any(c => c.GetParameters().Length > 5)).Select(t => t.FullName));

    [Fact]
    public void The_clock_is_banned_by_the_build()
    {
        var banned = File.ReadAllText(Path.Combine(SourceTree.Root, "BannedSymbols.txt"));
        Assert.All(["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"], name => Assert.Contains($"P:System.{name};", banned, StringComparison.Ordinal));
        Assert.Contains("BannedSymbols.txt", File.ReadAllText(Path.Combine(SourceTree.Root, "Directory.Build.props")), StringComparison.Ordinal);
        Assert.Contains("BannedApiAnalyzers", File.ReadAllText(Path.Combine(SourceTree.Root, "Directory.Packages.props")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_edge_reads_a_clock_at_all() =>
        Violations.None(SourceTree.CSharp("src/SalesBot").Where(f => File.ReadAllText(f).Contains("TimeProvider", StringComparison.Ordinal)).Select(SourceTree.Short));

    /// <summary>What it has to know of deals and approvals the areas tell it (<see cref="Area"/>); people are who it talks with.</summary>
    [Fact]
    public void The_conversation_knows_no_sales_word()
    {
        string[] foreign = ["Approvals", "Contracts", "Customers", "Deals", "FollowUps", "Guide", "Nudges", "Process", "Reports", "Tasks", "Tickets"];
        var used = SourceTree.CSharp("src/SalesBot/Conversation").SelectMany(file => foreign
            .Where(area => Regex.IsMatch(File.ReadAllText(file), $@"\b(SalesBot|[Dd]b)\.{area}\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)).Select(area => $"{SourceTree.Short(file)}: {area}"));
        Violations.None(used);
    }

    [Fact]
    public void Handlers_do_not_send() =>
        Violations.None(SourceTree.CSharp("src/SalesBot").Where(f => !SourceTree.Short(f).Contains("/Conversation/", StringComparison.Ordinal) && File.ReadAllText(f).Contains("IMessenger", StringComparison.Ordinal)
            && !f.EndsWith("Registration.cs", StringComparison.Ordinal)).Select(SourceTree.Short));

    [Fact]
    public void Every_column_of_text_that_is_looked_up_has_a_length()
    {
        using var db = new SqliteSalesDb(new DbContextOptionsBuilder<SqliteSalesDb>().UseSqlite("Data Source=:memory:").Options);
        var loose = db.Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).SelectMany(i => i.Properties).Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null);
        Violations.None(loose.Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}"));
    }

    private static IEnumerable<Type> Types() =>
        Product.GetTypes().Concat(Edge.GetTypes()).Where(t => t.Namespace?.StartsWith("SalesBot", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal) && t.Namespace?.Contains("Migrations", StringComparison.Ordinal) == false);

    private static readonly Regex HandWaving = new(@"\w(Service|Manager|Helpers?|Provider|Processor|Utils?|Utilities|Dispatcher|Facade|Invoker)(`\d)?$|^(Common|Misc)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Namespace = new(@"^namespace (?<v>[\w.]+);", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline);
}
