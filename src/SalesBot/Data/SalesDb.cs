using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SalesBot.Approvals;
using SalesBot.Broadcasts;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Customers.Grades;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Privacy;
using SalesBot.Customers.Tags;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.FollowUps;
using SalesBot.Guide;
using SalesBot.Leads;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.People.Linking;
using SalesBot.Process;
using SalesBot.Promises;
using SalesBot.Reports;
using SalesBot.Reports.Export;
using SalesBot.Risks;
using SalesBot.Tasks;
using SalesBot.Tickets;

namespace SalesBot.Data;

/// <summary>The model, the same on SQLite and PostgreSQL. Instants are stored in UTC; money as decimal(18,4), on SQLite as REAL, which it can add up and compare by itself (exact to 15 digits).</summary>
internal abstract class SalesDb(DbContextOptions options) : DbContext(options)
{
    public const int Precision = 18;
    public const int Scale = 4;

    /// <summary>The first number that a decimal column does not hold.</summary>
    public const decimal TooLarge = 100_000_000_000_000m;

    public DbSet<Person> People => Set<Person>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<PersonLink> PersonLinks => Set<PersonLink>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Deal> Deals => Set<Deal>();
    public DbSet<StageChange> StageChanges => Set<StageChange>();
    public DbSet<StageAlias> StageAliases => Set<StageAlias>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<Todo> Todos => Set<Todo>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<ContractTemplate> ContractTemplates => Set<ContractTemplate>();
    public DbSet<PaymentDue> Payments => Set<PaymentDue>();
    public DbSet<ReceivedPayment> ReceivedPayments => Set<ReceivedPayment>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<Definition> Definitions => Set<Definition>();
    public DbSet<Quote> Quotes => Set<Quote>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<Approver> Approvers => Set<Approver>();
    public DbSet<Target> Targets => Set<Target>();
    public DbSet<CustomerTag> CustomerTags => Set<CustomerTag>();
    public DbSet<GradeChange> GradeChanges => Set<GradeChange>();
    public DbSet<OwnerChange> OwnerChanges => Set<OwnerChange>();
    public DbSet<CustomerLook> CustomerLooks => Set<CustomerLook>();
    public DbSet<LeadOffer> LeadOffers => Set<LeadOffer>();
    public DbSet<Promise> Promises => Set<Promise>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<ServiceTicket> Tickets => Set<ServiceTicket>();
    public DbSet<Risk> Risks => Set<Risk>();
    public DbSet<Broadcast> Broadcasts => Set<Broadcast>();
    public DbSet<BroadcastCopy> BroadcastCopies => Set<BroadcastCopy>();
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<SentDigest> Digests => Set<SentDigest>();
    public DbSet<NudgePause> NudgePauses => Set<NudgePause>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<PreparedExport> PreparedExports => Set<PreparedExport>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<ConversationReference> References => Set<ConversationReference>();
    public DbSet<SeenMessage> SeenMessages => Set<SeenMessage>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<SentCard> SentCards => Set<SentCard>();
    public DbSet<EdgeNote> EdgeNotes => Set<EdgeNote>();
    public DbSet<TranscriptEntry> Transcript => Set<TranscriptEntry>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // To find what changed EF compares every value that was read, unless told that it has just been done.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (!ChangeTracker.HasChanges())
            {
                return 0;
            }

            foreach (var entry in ChangeTracker.Entries<Record>().Where(e => e.State is EntityState.Added or EntityState.Modified))
            {
                entry.Property(r => r.Version).CurrentValue++;
            }

            return await WriteAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>
    /// What is tracked, as it was when changes were last looked for. <see cref="ChangeTracker.Entries{TEntity}"/> looks for them each time, which compares
    /// every value that was read.
    /// </summary>
    public IReadOnlyList<EntityEntry<T>> Tracked<T>()
        where T : class
    {
        var before = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<T>()];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = before;
        }
    }

    /// <summary>Forgets everything that an act did before it turned out that it must not be done; who sits where in which conversation stays.</summary>
    public void DropChanges()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.Entity is not ConversationReference).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>Saves what is known to have changed.</summary>
    protected virtual Task<int> WriteAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken) => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var type in modelBuilder.Model.GetEntityTypes().ToList())
        {
            foreach (var key in type.GetForeignKeys())
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            if (typeof(Record).IsAssignableFrom(type.ClrType))
            {
                modelBuilder.Entity(type.ClrType).HasIndex(nameof(Record.Key)).IsUnique();
            }

            foreach (var property in type.GetProperties().Where(p => p.ClrType.IsEnum))
            {
                property.SetProviderClrType(typeof(string));
                property.SetMaxLength(20);
            }
        }

        // Without them a to-do that has no words of its own has no name (TaskTitle).
        modelBuilder.Entity<Todo>().Navigation(t => t.Customer).AutoInclude();
        modelBuilder.Entity<Todo>().Navigation(t => t.Deal).AutoInclude();
        IndexBusiness(modelBuilder);
        IndexCustomers(modelBuilder);
        IndexConversations(modelBuilder);
    }

    private static void IndexCustomers(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().Property(c => c.Lifecycle).HasConversion<string>().HasMaxLength(20);
        modelBuilder.Entity<Customer>().HasOne(c => c.MergedInto).WithMany().HasForeignKey(c => c.MergedIntoId);
        modelBuilder.Entity<Customer>().HasOne(c => c.ReferredBy).WithMany().HasForeignKey(c => c.ReferredById);
        modelBuilder.Entity<Contact>().Property(c => c.Role).HasConversion<string>().HasMaxLength(20);
        modelBuilder.Entity<Deal>().Property(d => d.Budget).HasConversion<string>().HasMaxLength(20);
        modelBuilder.Entity<Deal>().Property(d => d.Authority).HasConversion<string>().HasMaxLength(20);
        modelBuilder.Entity<CustomerTag>().HasIndex(t => new { t.CustomerId, t.Name }).IsUnique();
        modelBuilder.Entity<CustomerTag>().HasIndex(t => t.Name);
        modelBuilder.Entity<OwnerChange>().HasIndex(c => new { c.ById, c.CreatedAt });
        modelBuilder.Entity<CustomerLook>().HasIndex(l => new { l.CustomerId, l.At });
        modelBuilder.Entity<CustomerLook>().HasIndex(l => l.At);
        modelBuilder.Entity<LeadOffer>().HasIndex(o => new { o.State, o.DueAt });
        modelBuilder.Entity<Promise>().HasIndex(p => new { p.PersonId, p.State, p.DueOn });
        modelBuilder.Entity<Rating>().HasIndex(r => r.CreatedAt);
        modelBuilder.Entity<Risk>().Property(r => r.Level).HasConversion<string>().HasMaxLength(20);
    }

    private static void IndexBusiness(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().HasIndex(c => new { c.OwnerId, c.LastInteractionAt });
        modelBuilder.Entity<Deal>(deal =>
        {
            // The last two let sums be read from the index alone.
            deal.HasIndex(d => new { d.OwnerId, d.Status, d.CloseDate, d.Currency, d.Amount });
            deal.HasIndex(d => new { d.Status, d.StageSince });
            deal.HasIndex(d => new { d.Status, d.Stage, d.Currency, d.Amount });
        });
        modelBuilder.Entity<FollowUp>().HasIndex(f => new { f.DealId, f.HappenedAt });
        modelBuilder.Entity<FollowUp>().HasIndex(f => new { f.CustomerId, f.HappenedAt });
        modelBuilder.Entity<Todo>().HasIndex(t => new { t.OwnerId, t.DoneAt, t.DueOn });
        modelBuilder.Entity<FollowUp>().HasIndex(f => new { f.AuthorId, f.HappenedAt });
        modelBuilder.Entity<StageChange>().HasIndex(c => new { c.At, c.ById });
        modelBuilder.Entity<Deal>().HasIndex(d => new { d.Status, d.ClosedAt });
        modelBuilder.Entity<Approval>().HasIndex(a => new { a.Status, a.DueAt });
        modelBuilder.Entity<Finding>().HasIndex(f => new { f.Rule, f.SubjectId, f.Since, f.PersonId }).IsUnique();
        modelBuilder.Entity<Delegation>().HasIndex(d => new { d.FromId, d.EndsAt });
        modelBuilder.Entity<Finding>().HasIndex(f => new { f.State, f.PersonId });
        modelBuilder.Entity<Finding>().HasIndex(f => new { f.PersonId, f.ToldAt });
        modelBuilder.Entity<SentDigest>().HasIndex(d => new { d.PersonId, d.Day }).IsUnique();
        modelBuilder.Entity<Absence>().HasIndex(a => new { a.PersonId, a.To });
        modelBuilder.Entity<ImportedRow>().HasIndex(r => new { r.Source, r.Natural }).IsUnique();
        modelBuilder.Entity<ImportedRow>().HasIndex(r => r.RecordKey);
        modelBuilder.Entity<Definition>().HasIndex(d => new { d.Name, d.Number }).IsUnique();
        modelBuilder.Entity<ContractTemplate>().HasIndex(t => new { t.Name, t.Number }).IsUnique();
        modelBuilder.Entity<Complaint>().Property(c => c.About).HasConversion<string>().HasMaxLength(20);
        modelBuilder.Entity<Contract>().HasIndex(c => c.InvoiceNumber).IsUnique();
        modelBuilder.Entity<Document>().HasIndex(d => new { d.DealId, d.Kind });
    }

    private static void IndexConversations(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Invitation>().HasIndex(i => i.Hash).IsUnique();
        modelBuilder.Entity<PersonLink>().HasIndex(l => new { l.Channel, l.UserId }).IsUnique();
        modelBuilder.Entity<AuditEntry>().HasIndex(a => a.Seal).IsUnique();
        modelBuilder.Entity<AuditEntry>().HasIndex(a => a.Key).IsUnique();
        modelBuilder.Entity<AuditEntry>().HasIndex(a => new { a.PersonId, a.At });
        modelBuilder.Entity<ConversationReference>().HasIndex(r => new { r.Channel, r.ConversationId, r.UserId }).IsUnique();
        modelBuilder.Entity<ConversationReference>().HasIndex(r => new { r.PersonId, r.LastSeenAt });
        modelBuilder.Entity<SeenMessage>().HasIndex(s => new { s.Channel, s.ConversationId, s.ActivityId }).IsUnique();
        modelBuilder.Entity<OutboxMessage>().HasIndex(o => new { o.State, o.NextAttemptAt });
        modelBuilder.Entity<PreparedExport>().HasIndex(e => e.Token).IsUnique();
        modelBuilder.Entity<SentCard>().HasIndex(s => s.Subject);
        modelBuilder.Entity<EdgeNote>().HasIndex(n => new { n.Channel, n.ConversationId, n.Name });
        modelBuilder.Entity<EdgeNote>().HasIndex(n => n.At);
        modelBuilder.Entity<TranscriptEntry>().HasIndex(t => new { t.Channel, t.ConversationId, t.Sequence }).IsUnique();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(Precision, Scale);
        configurationBuilder.Properties<List<string>>().HaveConversion<StringsConverter, StringsComparer>();
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicrosConverter>();
            configurationBuilder.Properties<decimal>().HaveConversion<double>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);

    /// <summary>SQLite has no instant type: microseconds since 1970 in UTC, which sort and compare as numbers.</summary>
    private sealed class UtcMicrosConverter() : ValueConverter<DateTimeOffset, long>(
        v => (v.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10, v => DateTimeOffset.UnixEpoch.AddTicks(v * 10));

    private sealed class StringsConverter() : ValueConverter<List<string>, string>(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web), v => v == "" || v == "[]" ? new() : JsonSerializer.Deserialize<List<string>>(v, JsonSerializerOptions.Web) ?? new());

    private sealed class StringsComparer() : ValueComparer<List<string>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        v => v.Aggregate(0, (h, s) => HashCode.Combine(h, StringComparer.Ordinal.GetHashCode(s))),
        v => v.ToList());
}
