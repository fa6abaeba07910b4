using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// What a decision is about, field by field: amount, currency, discount, terms, the SHA-256 of the newest file. A decision holds for exactly that.
/// Written as canonical JSON: fields by name, none that is empty, numbers without trailing zeros.
/// </summary>
internal sealed record ApprovalContent(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The deals of a review of several, by their keys.</summary>
    private const string About = "about";

    /// <summary>Chinese as it is, so that it can be read in an export.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Json => JsonSerializer.Serialize(new SortedDictionary<string, string>(Fields.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal), Options);

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));

    public static ApprovalContent? Read(string? json) => json is null ? null : new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <summary>The amount that it speaks of; null where it speaks of none.</summary>
    public Money? Sum => Fields.GetValueOrDefault("amount") is { } amount && decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new Money(number, Fields.GetValueOrDefault("currency") ?? "CNY") : null;

    /// <summary>The fields in which the two are not the same, by name.</summary>
    public IReadOnlyList<string> Unlike(ApprovalContent other) => [.. Fields.Keys.Union(other.Fields.Keys, StringComparer.Ordinal).Where(field => Fields.GetValueOrDefault(field) != other.Fields.GetValueOrDefault(field)).Order(StringComparer.Ordinal)];

    /// <summary>It is what was submitted. A review of linked deals that waits since before they were kept by name is one of those that it has.</summary>
    public bool IsBound(Approval approval) => approval.ContentHash is not { } hash || hash == Hash
        || (Read(approval.Content) is { } kept && !kept.Fields.ContainsKey(About) && new ApprovalContent(Fields.Where(field => field.Key != About).ToDictionary(StringComparer.Ordinal)).Hash == hash);

    /// <summary>As it is now, with what this turn changes.</summary>
    public static async Task<ApprovalContent> OfAsync(SalesDb db, Approval approval, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        switch (approval)
        {
            case { Contract: { } contract }:
                Put(fields, contract.Amount, contract.Currency, contract.Terms);
                Put(fields, "file", await FileAsync(db, approval, "contract", cancellationToken));
                break;
            case { Quote: { } quote }:
                Put(fields, quote.Amount, quote.Currency, quote.Terms);
                Put(fields, "discount", Number(quote.Discount));
                Put(fields, "file", await FileAsync(db, approval, "quote", cancellationToken));
                break;
            default:
                Put(fields, approval.AmountAfter, approval.AmountAfter is null ? null : approval.Deal?.Currency, null);
                Put(fields, "before", Number(approval.AmountBefore));
                Put(fields, About, string.Join(' ', approval.About));
                Put(fields, "file", approval.Document is { } read ? read.Sha256 : approval.DocumentId is { } document ? await db.Documents.Where(d => d.Id == document).Select(d => d.Sha256).FirstOrDefaultAsync(cancellationToken) : null);
                break;
        }

        return new ApprovalContent(fields);
    }

    private static void Put(Dictionary<string, string> fields, decimal? amount, string? currency, string? terms)
    {
        Put(fields, "amount", Number(amount));
        Put(fields, "currency", currency);
        Put(fields, "terms", terms);
    }

    private static void Put(Dictionary<string, string> fields, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            fields[name] = value;
        }
    }

    private static string? Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The newest of its kind: of the contract itself, else of its deal; one handed in by this turn counts already.</summary>
    private static async Task<string?> FileAsync(SalesDb db, Approval approval, string kind, CancellationToken cancellationToken)
    {
        var (contract, deal) = (approval.Contract?.Id, approval.Deal?.Id ?? approval.DealId);
        var fresh = db.Tracked<Document>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).LastOrDefault(d => d.Kind == kind && IsOf(d, approval));
        return fresh?.Sha256 ?? await db.Documents.Where(d => d.Kind == kind && (d.ContractId != null ? d.ContractId == contract : d.DealId == deal)).OrderByDescending(d => d.Id).Select(d => d.Sha256).FirstOrDefaultAsync(cancellationToken);
    }

    private static bool IsOf(Document document, Approval approval) => document.Contract is not null || document.ContractId is not null
        ? approval.Contract is { } contract && (document.Contract == contract || document.ContractId == contract.Id)
        : (document.Deal?.Id ?? document.DealId) == (approval.Deal?.Id ?? approval.DealId);
}
