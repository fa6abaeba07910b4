namespace SalesBot.People;

internal static class Permissions
{
    private static readonly Permission[] Member = [Permission.Anyone, Permission.Member];
    private static readonly Permission[] Seller = [.. Member, Permission.ReadSales, Permission.FollowUp, Permission.WriteSales, Permission.SubmitApproval, Permission.ReadReports];
    private static readonly Permission[] Lead = [.. Seller, Permission.Decide, Permission.ManageTeam];

    private static readonly Dictionary<Role, Permission[]> Granted = new()
    {
        [Role.Rep] = Seller,
        [Role.Manager] = Lead,
        [Role.RegionalManager] = [.. Lead, Permission.Broadcast],
        [Role.Director] = [.. Lead, Permission.StopNudges, Permission.Broadcast],
        [Role.Legal] = [.. Member, Permission.ReadSales, Permission.Decide, Permission.KeepTemplates],
        [Role.Finance] = [.. Member, Permission.ReadSales, Permission.Decide, Permission.ReadReports, Permission.ManageMoney],
        [Role.CustomerSuccess] = [.. Member, Permission.ReadSales, Permission.FollowUp, Permission.Serve],
        [Role.Admin] = [.. Lead, Permission.ManageMoney, Permission.Serve, Permission.KeepTemplates, Permission.StopNudges, Permission.Broadcast, Permission.Administer],
    };

    /// <summary>The roles that have it.</summary>
    public static IReadOnlyList<Role> Holders(Permission permission) => [.. Granted.Where(granted => granted.Value.Contains(permission)).Select(granted => granted.Key).Order()];

    /// <summary>Null is an unknown sender, or one who left: <see cref="Permission.Anyone"/> only.</summary>
    public static bool May(this Person? person, Permission permission) =>
        permission == Permission.Anyone || (person is { Active: true } && Granted[person.Role].Contains(permission));
}
