namespace SalesBot.People;

/// <summary>What a person is in the company (DESIGN.md 1, "Who may do what"). Permissions follow from it, visibility from it and the org tree.</summary>
internal enum Role
{
    Rep,
    Manager,
    RegionalManager,
    Director,
    Legal,
    Finance,
    CustomerSuccess,
    Admin,
}
